namespace Escalation.Experiments;

/// <summary>Means, variances and covariance of two numbers a replication, without keeping them.</summary>
/// <remarks>Welford (1962), Technometrics 4, 419–420, for two numbers at once. The digits depend on the order in which the
/// replications are added: add them in order of their numbers. Not safe for several threads at once.</remarks>
public sealed class CoMoments
{
    /// <summary>Gets the number of replications.</summary>
    public long Count { get; private set; }

    /// <summary>Gets the mean of the first number; 0 without replications.</summary>
    public double MeanX { get; private set; }

    /// <summary>Gets the mean of the second number; 0 without replications.</summary>
    public double MeanY { get; private set; }

    /// <summary>Gets the sum of squared deviations of the first number from its mean.</summary>
    public double SquaresX { get; private set; }

    /// <summary>Gets the sum of squared deviations of the second number from its mean.</summary>
    public double SquaresY { get; private set; }

    /// <summary>Gets the sum of products of the deviations of both.</summary>
    public double Products { get; private set; }

    /// <summary>Gets the variance of the first number, with divisor n − 1; NaN with fewer than 2 replications.</summary>
    public double VarianceX => Count < 2 ? double.NaN : SquaresX / (Count - 1);

    /// <summary>Gets the variance of the second number, with divisor n − 1; NaN with fewer than 2 replications.</summary>
    public double VarianceY => Count < 2 ? double.NaN : SquaresY / (Count - 1);

    /// <summary>Gets the covariance, with divisor n − 1; NaN with fewer than 2 replications.</summary>
    public double Covariance => Count < 2 ? double.NaN : Products / (Count - 1);

    /// <summary>Takes in one more replication.</summary>
    /// <param name="x">Its first number; finite.</param>
    /// <param name="y">Its second number; finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public void Add(double x, double y)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
        {
            throw new ArgumentOutOfRangeException(nameof(x), (x, y), "Moments need finite numbers.");
        }

        Count++;
        var deltaX = x - MeanX;
        var deltaY = y - MeanY;
        MeanX += deltaX / Count;
        MeanY += deltaY / Count;
        SquaresX += deltaX * (x - MeanX);
        SquaresY += deltaY * (y - MeanY);
        Products += deltaX * (y - MeanY);
    }
}
