using System.Globalization;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Deciding;

/// <summary>A text to decide with, as it is to be from now on.</summary>
/// <param name="Text">With the places {title}, {version}, {why}, {instead}, {count}.</param>
public sealed record NewDecisionText(VoiceState State, Bilingual Text) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. State is VoiceState.Open ? [("/state", "planned, fixed or wontFix.")] : Array.Empty<(string, string)>(),
        .. Checks.Words("/text/ja", Text.Ja ?? "", 4000), .. Checks.Words("/text/en", Text.En ?? "", 4000),
    ];
}

/// <param name="BuiltIn">As it came with the product; otherwise the house wrote it.</param>
public sealed record DecisionTextView(string Slug, VoiceState State, Bilingual Text, bool BuiltIn, string? By = null);

/// <param name="Places">What is filled in.</param>
public sealed record DecisionTextList(IReadOnlyList<DecisionTextView> Texts, IReadOnlyList<string> Places);

public static class DecisionTextsMapping
{
    extension(Db db)
    {
        /// <summary>What the house wrote, and the built-in ones that it left as they are.</summary>
        public async Task<IReadOnlyList<DecisionTextView>> AllDecisionTexts(CancellationToken ct)
        {
            var own = await db.DecisionTexts.AsNoTracking().ToListAsync(ct);
            return [.. own.Select(t => new DecisionTextView(t.Slug, t.State, new(t.Ja, t.En), false, t.ByName))
                .Concat(DecisionWords.BuiltIn.Where(b => own.All(o => o.Slug != b.Slug)).Select(b => new DecisionTextView(b.Slug, b.State, new(b.Ja, b.En), true))).OrderBy(t => t.State).ThenBy(t => t.Slug, StringComparer.Ordinal)];
        }

        /// <summary>As it is now, whoever wrote it.</summary>
        public async Task<DecisionTextView?> DecisionTextNow(string slug, CancellationToken ct) => (await db.AllDecisionTexts(ct)).SingleOrDefault(t => t.Slug == slug);

        /// <summary>Back to the built-in text; one of the house's own is gone. False: nobody had written one.</summary>
        public async Task<bool> ResetDecisionText(string slug) => await db.DecisionTexts.Where(t => t.Slug == slug).ExecuteDeleteAsync(CancellationToken.None) > 0;

        /// <summary>The texts for a voice, filled in as far as it is known.</summary>
        public async Task<IReadOnlyList<DecisionTextView>> DecisionTextsFor(Id<Voice> id, CancellationToken ct)
        {
            var voice = await db.Voices.AsNoTracking().SingleAsync(v => v.Id == id, ct);
            var known = new Dictionary<string, string> { ["count"] = (await db.BehindIt(id).CountAsync(ct)).ToString(CultureInfo.InvariantCulture), ["title"] = voice.Title };
            return [.. (await db.AllDecisionTexts(ct)).Select(t => t with { Text = new DecisionWords(t.Slug, t.State, t.Text.Ja ?? "", t.Text.En ?? "").With(known) })];
        }

        /// <summary>What is said when a tracker decides and gives no words of its own.</summary>
        public async Task<Bilingual> WordsForTracker(VoiceState state, string? version, string title, CancellationToken ct)
        {
            var wanted = state switch { VoiceState.Fixed => version is null ? DecisionWords.Fixed : DecisionWords.FixedIn, VoiceState.Planned => DecisionWords.Planned, _ => DecisionWords.No };
            var text = (await db.AllDecisionTexts(ct)).Single(t => t.Slug == wanted).Text;
            return new DecisionWords(wanted, state, text.Ja ?? "", text.En ?? "").With(new Dictionary<string, string> { ["title"] = title, ["version"] = version ?? "" });
        }

        public async Task<DecisionTextView> SetDecisionText(string slug, NewDecisionText asked, CurrentAgent by, DateTimeOffset now)
        {
            var text = await db.DecisionTexts.AsTracking().SingleOrDefaultAsync(t => t.Slug == slug, CancellationToken.None);
            if (text is null)
                db.DecisionTexts.Add(text = new DecisionText { Slug = slug, State = asked.State, Ja = "", En = "", ChangedAt = now, ByName = by.Name });
            (text.State, text.Ja, text.En, text.ChangedAt, text.ByName) = (asked.State, PlainText.Clean(asked.Text.Ja ?? ""), PlainText.Clean(asked.Text.En ?? ""), now, by.Name);
            await db.SaveChangesAsync(CancellationToken.None);
            return new(slug, text.State, new(text.Ja, text.En), false, text.ByName);
        }
    }
}
