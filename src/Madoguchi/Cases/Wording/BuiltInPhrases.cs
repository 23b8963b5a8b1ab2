namespace Madoguchi.Cases.Wording;

/// <summary>The phrases that the house comes with. A house that edits a list has its own from then on.</summary>
public static partial class BuiltInPhrases
{
    public static readonly IReadOnlyList<string> Languages = ["ja", "en"];

    public static IReadOnlyList<string> Of(PhraseKind kind, string language) => (kind, language) switch
    {
        (PhraseKind.SendsAway, "ja") => SendsAwayInJapanese,
        (PhraseKind.SendsAway, _) => SendsAwayInEnglish,
        (PhraseKind.Harmless, "ja") => HarmlessInJapanese,
        (PhraseKind.Harmless, _) => HarmlessInEnglish,
        (PhraseKind.Sighs, "ja") => SighsInJapanese,
        (PhraseKind.Sighs, _) => SighsInEnglish,
        (PhraseKind.Declines, "ja") => DeclinesInJapanese,
        (PhraseKind.Declines, _) => DeclinesInEnglish,
        (PhraseKind.NoDenial, "ja") => NoDenialInJapanese,
        (PhraseKind.NoDenial, _) => NoDenialInEnglish,
        (PhraseKind.SaysHappened, "ja") => SaysHappenedInJapanese,
        (PhraseKind.SaysHappened, _) => SaysHappenedInEnglish,
    };
}
