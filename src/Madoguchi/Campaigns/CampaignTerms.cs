using Madoguchi.Shared;

namespace Madoguchi.Campaigns;

/// <summary>What a campaign says, without its name in addresses and its codes.</summary>
/// <param name="Name">A text, or one in each language.</param>
/// <param name="Closes">The first moment at which nobody begins any more.</param>
/// <param name="Reward">What a complete registration brings, as it is shown.</param>
/// <param name="Text">Above the form.</param>
/// <param name="FinishDays">So many days after closing, what was begun can be finished: 14 when missing.</param>
public record CampaignTerms(Bilingual Name, DateTimeOffset Opens, DateTimeOffset Closes, Bilingual Reward, Bilingual? Text = null, int? FinishDays = null) : IChecked
{
    public const int LongestText = 2_000;
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public virtual IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Said("/name", Name, PlainText.Line), .. Said("/reward", Reward, PlainText.Line), .. Text is null ? [] : Said("/text", Text, LongestText), .. Window(),
        .. FinishDays is < 0 or > 365 ? new[] { ("/finishDays", "0 to 365 days.") } : [],
    ];

    private static IEnumerable<(string Pointer, string Why)> Said(string at, Bilingual said, int longest)
    {
        if (said.IsEmpty && at is not "/text")
            yield return (at, "Something must be written here.");
        foreach (var one in new[] { said.Ja, said.En }.OfType<string>().Where(s => !string.IsNullOrWhiteSpace(s)).Distinct())
        {
            foreach (var error in at is "/text" ? Checks.Words(at, one, longest) : Checks.Line(at, one, longest))
                yield return error;
        }
    }

    private IEnumerable<(string Pointer, string Why)> Window()
    {
        if (Opens < Earliest || Opens > Latest)
            yield return ("/opens", "A time in this century or the next is needed.");
        if (Closes < Earliest || Closes > Latest)
            yield return ("/closes", "A time in this century or the next is needed.");
        else if (Closes <= Opens)
            yield return ("/closes", "It closes after it opens.");
    }
}

/// <param name="Slug">The name in addresses.</param>
/// <param name="Codes">Codes that there are already, or how many to make.</param>
public sealed record NewCampaign(
    string Slug, Bilingual Name, DateTimeOffset Opens, DateTimeOffset Closes, CodesWish Codes, Bilingual Reward, Bilingual? Text = null, int? FinishDays = null)
    : CampaignTerms(Name, Opens, Closes, Reward, Text, FinishDays)
{
    // Words that stand after /campaigns/ in addresses of ours.
    private static readonly HashSet<string> Taken = ["new", "receipts"];

    public static bool IsSlug(string slug) => slug.Length is > 0 and <= 60 && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && slug[0] != '-' && slug[^1] != '-' && !Taken.Contains(slug)
        && !Guid.TryParse(slug, out _);

    public override IEnumerable<(string Pointer, string Why)> Errors() =>
        [.. IsSlug(Slug) ? [] : new[] { ("/slug", "1 to 60 of a-z, 0-9 and hyphens, not at the ends; not new, not receipts.") }, .. base.Errors(), .. Codes.Errors("/codes")];
}
