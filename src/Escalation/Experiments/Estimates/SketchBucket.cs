namespace Escalation.Experiments;

/// <summary>What a <see cref="QuantileSketch"/> knows of the values in one bucket.</summary>
/// <param name="Minimum">Least value in the bucket.</param>
/// <param name="Maximum">Greatest value in the bucket.</param>
/// <param name="Count">Number of values in the bucket; positive.</param>
public readonly record struct SketchBucket(double Minimum, double Maximum, long Count);
