using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Search;

public static class LearningMapping
{
    // What changes neither what a case is called nor who its customer is.
    private static readonly HashSet<string> Plain = ["message", "note", "attachment", "question", "assigned"];

    extension(Db db)
    {
        /// <summary>Entries, what their cases are called and who their customers are, as they now are. A repeat changes nothing.</summary>
        public async Task Learn(IReadOnlyList<Entry> entries)
        {
            // What was taken back is forgotten, in whatever order the two are learned.
            var back = entries.Where(e => e.What is MessageWithdrawn).Select(e => (e.CaseId, ((MessageWithdrawn)e.What).Entry)).ToHashSet();
            var texts = entries.Where(e => !back.Contains((e.CaseId, e.Number))).Select(e => (e.CaseId, e.Number, e.At, Text: e.Withdrawn is null ? Texts.Of(e.What) : null))
                .Concat(back.Select(b => (b.CaseId, b.Entry, DateTimeOffset.MinValue, (string?)null))).ToList();
            var moved = entries.Where(e => e.Number == 1 || !Plain.Contains(e.Kind)).Select(e => e.CaseId).Distinct().ToList();
            if (moved.Count > 0)
            {
                var cases = await db.Cases.AsNoTracking().Where(c => moved.Contains(c.Id)).ToListAsync(CancellationToken.None);
                texts.AddRange(cases.Select(c => (c.Id, 0, c.OpenedAt, (string?)Texts.Of(c))));
                await db.LearnNames([.. cases.Select(c => c.CustomerId).Distinct()]);
            }

            await db.LearnTexts(texts);
        }

        private async Task LearnTexts(List<(Id<Case> CaseId, int Number, DateTimeOffset At, string? Text)> texts)
        {
            var known = (await db.Known(texts)).ToDictionary(k => (k.CaseId, k.Number), k => k.Id);
            await db.Forget("search_texts", texts.Where(t => t.Text is null && known.ContainsKey((t.CaseId, t.Number))).Select(t => known[(t.CaseId, t.Number)]));
            var shown = texts.Where(t => t.Text is not null).OrderBy(t => t.At).ThenBy(t => t.CaseId.Value).ThenBy(t => t.Number).ToList();
            var free = new Queue<long>(await db.FreeIds("search_texts", [.. shown.Where(t => !known.ContainsKey((t.CaseId, t.Number))).Select(t => t.At)]));
            await db.Index([.. shown.Select(t => (
                new SearchText { Id = known.TryGetValue((t.CaseId, t.Number), out var id) ? id : free.Dequeue(), CaseId = t.CaseId, Number = t.Number },
                Pieces.Of(Folded.Of(t.Text!).Text)))]); // filtered: not null
        }

        private async Task LearnNames(IReadOnlyList<Id<Customer>> ids)
        {
            var customers = await db.Customers.AsNoTracking().Include(c => c.Addresses).Where(c => ids.Contains(c.Id)).OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).ToListAsync(CancellationToken.None);
            var known = await db.SearchNames.AsNoTracking().Where(n => ids.Contains(n.CustomerId)).ToDictionaryAsync(n => n.CustomerId, CancellationToken.None);
            var changed = customers.Select(c => (Customer: c, Text: Texts.Of(c))).Where(c => known.GetValueOrDefault(c.Customer.Id)?.Text != c.Text).ToList();
            var free = new Queue<long>(await db.FreeIds("search_names", [.. changed.Where(c => !known.ContainsKey(c.Customer.Id)).Select(c => c.Customer.CreatedAt)]));
            await db.Index([.. changed.Select(c => (
                new SearchName { Id = known.TryGetValue(c.Customer.Id, out var row) ? row.Id : free.Dequeue(), CustomerId = c.Customer.Id, Text = c.Text }, Pieces.Of(c.Text)))]);
        }

        private Task<List<SearchText>> Known(List<(Id<Case> CaseId, int Number, DateTimeOffset At, string? Text)> texts)
        {
            var pairs = string.Join(", ", texts.Select((_, i) => $"({{{2 * i}}}, {{{(2 * i) + 1}}})"));
#pragma warning disable EF1002 // the text is made of places for parameters only
            return db.SearchTexts.FromSqlRaw($"""select "Id", "CaseId", "Number" from search_texts where ("CaseId", "Number") in (values {pairs})""", [.. texts.SelectMany(t => new object[] { t.CaseId.Value, t.Number })])
                .AsNoTracking().ToListAsync(CancellationToken.None);
#pragma warning restore EF1002
        }
    }
}
