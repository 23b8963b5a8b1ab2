using Madoguchi.Cases.Translating;
using Madoguchi.Shared;

namespace Madoguchi.Learning.Drafting;

public static class DraftingClient
{
    /// <summary>The other language by the house's engine, if there is one and it answers; otherwise that side stays empty, and people write it.</summary>
    public static async Task<PreparedDraft> InBoth(this TranslationClient engine, PreparedDraft draft, CancellationToken ct)
    {
        if (!engine.IsOn || draft.Text.Speaks(Tongue.Japanese) == draft.Text.Speaks(Tongue.English))
            return draft;
        var (from, to) = draft.Text.Speaks(Tongue.Japanese) ? ("ja", "en") : ("en", "ja");
        try
        {
            return draft with { Title = await Other(draft.Title), Text = await Other(draft.Text), Canned = await Other(draft.Canned), Machine = to };
        }
        catch (TranslationClient.FailedException)
        {
            return draft;
        }

        async Task<Bilingual> Other(Bilingual words) => words.In(Tongue.Of(from)) is not { Length: > 0 } own ? words
            : await engine.Translate(own, from, to, ct) is var other && !PlainText.IsStorable(other) ? words : to == "ja" ? words with { Ja = other } : words with { En = other };
    }
}
