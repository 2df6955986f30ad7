using System.Collections.Immutable;

namespace Escalation.Loading;

/// <summary>The description of a mapping with known keys. The reader, the nearest names, the schema and the reference page all
/// work from it.</summary>
internal sealed class MappingDescription
{
    /// <summary>Describes a mapping.</summary>
    /// <param name="name">What the schema and the reference page call it: <c>lever</c>.</param>
    /// <param name="noun">What messages call it: "a lever".</param>
    /// <param name="example">How it is written, for hints.</param>
    /// <param name="about">What it is, in one sentence.</param>
    /// <param name="keys">Its keys, in the order in which messages name them.</param>
    public MappingDescription(string name, string noun, string example, string about, params ImmutableArray<KeyDescription> keys)
    {
        Name = name;
        Noun = noun;
        Example = example;
        About = about;
        Keys = keys;
        KeyNames = [.. keys.Select(key => key.Name)];
        Choices = [.. keys.Where(key => key.Place == KeyPlace.Choice).Select(key => key.Name)];
    }

    /// <summary>What the schema and the reference page call it.</summary>
    public string Name { get; }

    /// <summary>What messages call it.</summary>
    public string Noun { get; }

    /// <summary>How it is written, for hints.</summary>
    public string Example { get; }

    /// <summary>What it is, in one sentence.</summary>
    public string About { get; }

    /// <summary>Its keys.</summary>
    public ImmutableArray<KeyDescription> Keys { get; }

    /// <summary>Their names.</summary>
    public ImmutableArray<string> KeyNames { get; }

    /// <summary>Names of those of which exactly one must be there; empty if there are none such.</summary>
    public ImmutableArray<string> Choices { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>The description of a key.</summary>
/// <param name="Name">The key.</param>
/// <param name="Form">What may stand as its value.</param>
/// <param name="About">What it says, in a sentence or two.</param>
/// <param name="Place">Whether it must be there.</param>
internal sealed record KeyDescription(string Name, ValueForm Form, string About, KeyPlace Place = KeyPlace.Optional)
{
    /// <summary>The key that every mapping with a name may have.</summary>
    public static KeyDescription OfAbout { get; } = new("about", ValueForm.Text, "What it is, for readers and reports.");
}

/// <summary>Whether a key must be there.</summary>
internal enum KeyPlace
{
    /// <summary>It may be left out.</summary>
    Optional,

    /// <summary>It must be there.</summary>
    Required,

    /// <summary>Exactly one of the keys of this place must be there.</summary>
    Choice,
}
