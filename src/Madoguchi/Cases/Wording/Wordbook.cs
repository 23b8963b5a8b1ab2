namespace Madoguchi.Cases.Wording;

/// <summary>What a list of phrases is for.</summary>
public enum PhraseKind
{
    /// <summary>A reply with one of these sends the customer away.</summary>
    SendsAway,

    /// <summary>A sentence with one of these does not, whatever else stands in it: "you need not call them".</summary>
    Harmless,

    /// <summary>It sighs at the customer: "as I already said".</summary>
    Sighs,

    /// <summary>It says no: "without registration there is no reward".</summary>
    Declines,

    /// <summary>What looks like a "no" and is none: "we have not checked yet". It excuses the words that it touches.</summary>
    NoDenial,

    /// <summary>The customer says that something happened: "it said complete".</summary>
    SaysHappened,
}

/// <summary>All phrases of a kind, in every language at once: agents mix them.</summary>
public sealed record Wordbook(Phrases SendsAway, Phrases Harmless, Phrases Sighs, Phrases Declines, Phrases NoDenial, Phrases SaysHappened)
{
    public static Wordbook BuiltIn { get; } = Of((kind, language) => BuiltInPhrases.Of(kind, language));

    /// <param name="lines">The phrases of one kind in one language.</param>
    public static Wordbook Of(Func<PhraseKind, string, IReadOnlyList<string>> lines)
    {
        return new(All(PhraseKind.SendsAway), All(PhraseKind.Harmless), All(PhraseKind.Sighs), All(PhraseKind.Declines), All(PhraseKind.NoDenial), All(PhraseKind.SaysHappened));

        Phrases All(PhraseKind kind) => Phrases.Of(BuiltInPhrases.Languages.SelectMany(l => lines(kind, l)));
    }
}
