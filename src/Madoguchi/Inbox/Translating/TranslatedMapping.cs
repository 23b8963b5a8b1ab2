using Madoguchi.Care.Folding;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Translating;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Inbox.Translating;

public static class TranslatedMapping
{
    private const string End = "</div></li>";

    extension(Db db)
    {
        /// <summary>Entries as they are drawn once for all, each with its translation beside it: that one comes later, and may fail. What is folded has none to read in passing.</summary>
        public async Task<IReadOnlyList<string>> Drawn(Id<Case> id, IReadOnlyList<Entry> entries, CurrentAgent me, EntryFragments fragments, Tongue t, CancellationToken ct)
        {
            var folds = await db.FoldsOf(entries, me, ct);
            var drawn = await fragments.Draw(entries, t, folds);
            var translations = (await db.TranslationsOf(id, [.. entries.Select(e => e.Number)], ct)).ToLookup(x => x.Number);
            if (translations.Count == 0)
                return drawn;
            var all = new List<string>(drawn.Count);
            foreach (var (entry, html) in entries.Zip(drawn))
            {
                var at = html.LastIndexOf(End, StringComparison.Ordinal);
                all.Add(at < 0 || !translations.Contains(entry.Number) || folds.GetValueOrDefault(entry.Number) is { IsFolded: true } ? html : html[..at] + await Draw(translations[entry.Number], fragments, t) + html[at..]);
            }

            return all;
        }
    }

    public static async Task<string> Draw(IEnumerable<Translation> translations, EntryFragments fragments, Tongue t)
    {
        var html = "";
        foreach (var one in translations)
        {
            html += await fragments.Draw<Translated>(new()
            {
                [nameof(Translated.T)] = t, [nameof(Translated.Language)] = one.Language, [nameof(Translated.Text)] = one.Text, [nameof(Translated.Error)] = one.Text is null ? one.Error : null,
                [nameof(Translated.GivenUp)] = one.DueAt is null,
            });
        }

        return html;
    }
}
