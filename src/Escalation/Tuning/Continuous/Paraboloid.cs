using System.Collections.Immutable;
using System.Diagnostics;

namespace Escalation.Tuning;

/// <summary>A paraboloid fitted to values in a box.</summary>
/// <remarks>Its coefficients are those of the coordinates, then of their squares and products; coordinates are measured from the
/// centre of the box in its half-widths.</remarks>
/// <param name="dimension">How many levers there are.</param>
/// <param name="centre">The centre of the box.</param>
/// <param name="half">Its half-width.</param>
internal sealed class Paraboloid(int dimension, double[] centre, double half)
{
    private readonly int terms = dimension + (dimension * (dimension + 1) / 2);

    /// <summary>Fits it.</summary>
    /// <param name="generations">Values inside the box, by generation.</param>
    /// <returns>Its least point and the standard error of each coordinate; null if it has none, or there are too few
    /// values.</returns>
    internal (double[] Place, double[] Error)? Fit(List<IGrouping<int, ResponsePoint>> generations)
    {
        var (normal, right) = (new double[terms * terms], new double[terms]);
        var rows = new List<(double[] Terms, double Value, double Weight)>();
        foreach (var generation in generations)
        {
            rows.AddRange(Centred([.. generation]));
        }

        if (rows.Count < (2 * terms) + generations.Count)
        {
            return null;
        }

        foreach (var (row, value, weight) in rows)
        {
            for (var i = 0; i < terms; i++)
            {
                right[i] += weight * row[i] * value;
                for (var j = 0; j < terms; j++)
                {
                    normal[(i * terms) + j] += weight * row[i] * row[j];
                }
            }
        }

        if (Inverse(normal, terms) is not { } inverse)
        {
            return null;
        }

        var solution = Times(inverse, right, terms);
        var residual = rows.Sum(row => row.Weight * Math.Pow(row.Value - Product(row.Terms, solution), 2));
        var freedom = rows.Count - terms - generations.Count;
        return Bottom(solution, inverse, residual / Math.Max(1, freedom));
    }

    // Each generation has a height of its own: only what differs within it says anything.
    private IEnumerable<(double[] Terms, double Value, double Weight)> Centred(ResponsePoint[] generation)
    {
        var weight = generation.Sum(point => point.Weight);
        var mean = generation.Sum(point => point.Weight * point.Value) / weight;
        var features = generation.Select(point => Features(point.Coordinates)).ToArray();
        var middle = new double[terms];
        for (var i = 0; i < terms; i++)
        {
            middle[i] = generation.Select((point, place) => point.Weight * features[place][i]).Sum() / weight;
        }

        return generation.Select((point, place) => (
            features[place].Select((feature, i) => feature - middle[i]).ToArray(), point.Value - mean, point.Weight));
    }

    private double[] Features(ImmutableArray<double> coordinates)
    {
        var local = coordinates.Select((one, i) => (one - centre[i]) / half).ToArray();
        var features = new double[terms];
        local.CopyTo(features, 0);
        var place = dimension;
        for (var i = 0; i < dimension; i++)
        {
            for (var j = i; j < dimension; j++)
            {
                features[place++] = local[i] * local[j];
            }
        }

        return features;
    }

    // Where the slope is 0, and its error to first order: that of the slope there over the curvature.
    private (double[] Place, double[] Error)? Bottom(double[] solution, double[] inverse, double variance)
    {
        var curvature = new double[dimension * dimension];
        var place = dimension;
        for (var i = 0; i < dimension; i++)
        {
            for (var j = i; j < dimension; j++, place++)
            {
                curvature[(i * dimension) + j] += solution[place];
                curvature[(j * dimension) + i] += solution[place];
            }
        }

        if (Inverse(curvature, dimension) is not { } bowl)
        {
            return null;
        }

        var bottom = Times(bowl, solution[..dimension].Select(one => -one).ToArray(), dimension);
        var gradients = Gradients(bottom);
        var error = new double[dimension];
        for (var i = 0; i < dimension; i++)
        {
            var direction = new double[terms];
            for (var j = 0; j < dimension; j++)
            {
                for (var k = 0; k < terms; k++)
                {
                    direction[k] += bowl[(i * dimension) + j] * gradients[j][k];
                }
            }

            error[i] = half * Math.Sqrt(variance * Product(direction, Times(inverse, direction, terms)));
        }

        return ([.. bottom.Select((one, i) => centre[i] + (half * one))], error);
    }

    // How each component of the slope at a place hangs on the coefficients.
    private double[][] Gradients(double[] at)
    {
        var gradients = new double[dimension][];
        for (var i = 0; i < dimension; i++)
        {
            gradients[i] = new double[terms];
            gradients[i][i] = 1;
        }

        var place = dimension;
        for (var i = 0; i < dimension; i++)
        {
            for (var j = i; j < dimension; j++, place++)
            {
                gradients[i][place] += at[j];
                gradients[j][place] += at[i];
            }
        }

        return gradients;
    }

    private static double[] Times(double[] matrix, double[] vector, int size)
    {
        var product = new double[size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                product[i] += matrix[(i * size) + j] * vector[j];
            }
        }

        return product;
    }

    private static double Product(double[] one, double[] other)
    {
        Debug.Assert(one.Length == other.Length, "Vectors are of one length.");
        return one.Select((value, i) => value * other[i]).Sum();
    }

    // Of what bends upwards in all directions; null of everything else.
    private static double[]? Inverse(double[] matrix, int size)
    {
        var (values, vectors) = SymmetricEigen.Of(matrix, size);
        var largest = values.Max();
        if (!(largest > 0) || values.Any(value => value < 1e-12 * largest))
        {
            return null;
        }

        var inverse = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                for (var k = 0; k < size; k++)
                {
                    inverse[(i * size) + j] += vectors[(i * size) + k] * vectors[(j * size) + k] / values[k];
                }
            }
        }

        return inverse;
    }
}
