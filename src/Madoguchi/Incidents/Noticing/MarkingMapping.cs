using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Noticing.Proposing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Noticing;

public static class MarkingMapping
{
    internal const string ErrorFact = "errorText";

    /// <summary>Rung when a mark is new or says something else.</summary>
    internal const string Topic = "marks";

    internal static readonly string[] Words = ["message", "callTaken"];

    // What a customer says later is about other things.
    private const int FirstWords = 5;

    extension(Db db)
    {
        internal async Task Mark(IReadOnlyList<Id<Case>> ids, DateTimeOffset now)
        {
            var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(CancellationToken.None);
            var told = (await db.Entries.AsNoTracking().Where(e => ids.Contains(e.CaseId) && (e.Kind == "callTaken" || e.Kind == "fact" || (e.Kind == "message" && e.Role == Role.Customer)))
                .OrderBy(e => e.Number).ToListAsync(CancellationToken.None)).ToLookup(e => e.CaseId);
            var whos = await db.Whos(cases);
            var had = await db.ContactMarks.AsTracking().Where(m => ids.Contains(m.CaseId)).ToDictionaryAsync(m => m.CaseId, CancellationToken.None);
            var (changed, fresh) = (new List<ContactMark>(), DateTimeOffset.MaxValue);
            foreach (var theCase in cases)
            {
                if (Marked(theCase, [.. told[theCase.Id]], whos[theCase.Id]) is not { } mark)
                    continue;
                if (had.GetValueOrDefault(theCase.Id) is not { } before)
                {
                    db.ContactMarks.Add(mark);
                    fresh = fresh < mark.At ? fresh : mark.At;
                }
                else if (Says(before) == Says(mark))
                    continue;
                else
                    (before.Who, before.Product, before.Problem, before.ErrorText, before.Exact, before.Sketch) = Says(mark);
                changed.Add(mark);
            }

            if (changed.Count == 0)
                return;
            await db.Collect(changed, now);
            if (fresh < now.AddHours(-1))
                await db.CountAgain(fresh);
            db.RingAfterCommit(Topic);
        }

        private async Task<Dictionary<Id<Case>, string>> Whos(List<Case> cases)
        {
            var customers = cases.Select(c => c.CustomerId).Distinct().ToList();
            var addresses = (await db.Set<Address>().AsNoTracking().Where(a => customers.Contains(a.CustomerId)).Select(a => new { a.CustomerId, a.Kind, a.Folded }).ToListAsync(CancellationToken.None)).ToLookup(a => a.CustomerId, a => (a.Kind, a.Folded));
            var numbers = await db.Customers.AsNoTracking().Where(c => customers.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, CancellationToken.None);
            return cases.ToDictionary(c => c.Id, c => Person.Of(addresses[c.CustomerId], c.ClaimedNumber, numbers.GetValueOrDefault(c.CustomerId), c.Id));
        }
    }

    private static ContactMark? Marked(Case theCase, IReadOnlyList<Entry> told, string who)
    {
        var words = told.Where(e => Words.Contains(e.Kind)).Take(FirstWords).Select(e => e.What switch { MessageSaid said => said.Text, CallTaken call => call.Text, _ => "" }).Where(w => w.Length > 0).ToList();
        var error = told.Where(e => e.Kind == "fact").Select(e => (FactTold)e.What).LastOrDefault(f => f.Key == ErrorFact)?.Value ?? words.Select(ErrorText.In).FirstOrDefault(e => e is not null);
        if (words.Count == 0 && error is null)
            return null; // nothing is told yet: a telephone rang, or a place in line was taken
        return new()
        {
            CaseId = theCase.Id, At = told[0].At, Who = who, Product = theCase.Product, Problem = theCase.Problem, ErrorText = ErrorText.Fold(error), Exact = ErrorText.Exact(error),
            Sketch = words.Select(Sketch.Of).FirstOrDefault(s => s is not null)?.ToString() ?? "",
        };
    }

    private static (string?, string?, string?, string?, string?, string) Says(ContactMark mark) => (mark.Who, mark.Product, mark.Problem, mark.ErrorText, mark.Exact, mark.Sketch);
}
