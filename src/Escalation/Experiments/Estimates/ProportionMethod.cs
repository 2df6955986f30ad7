namespace Escalation.Experiments;

/// <summary>How the interval of a proportion is made; see <see cref="BinomialInterval"/>.</summary>
public enum ProportionMethod
{
    /// <summary>Covers the true proportion with at least the level, whatever it is: the default.</summary>
    ClopperPearson,

    /// <summary>Score interval: covers with about the level on average over proportions; narrower, no guarantee.</summary>
    Wilson,

    /// <summary>Equal tails of the posterior under Jeffreys' prior Beta(½, ½); narrower, no guarantee.</summary>
    Jeffreys,
}
