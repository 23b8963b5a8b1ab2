using Madoguchi.Cases;
using Madoguchi.Reports.Counting;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports;

public static class BehindMapping
{
    extension(Db db)
    {
        /// <summary>The cases that a figure counts, newest first; nothing for a figure that has none. Whether they may be seen is asked where they are shown.</summary>
        public async Task<IReadOnlyList<Id<Case>>> CasesBehind(ReportAsked asked, string of, int atMost, CancellationToken ct)
        {
            var (start, end, desks) = (asked.Period.Start, asked.Period.End, asked.Desks);
            IQueryable<Counted>? found = (asked.Name, of) switch
            {
                ("handovers", "cameBack") => db.HandedTo(desks).Where(h => h.CameBack),
                ("handovers", _) when Named<Outcome>(of) is { } outcome => db.HandedTo(desks).Where(h => h.Outcome == outcome),
                ("asked-twice" or "sent-away" or "denials", _) when Named<ActKind>(of) is (ActKind.AskedAgain or ActKind.HeldBack or ActKind.SentAnyway or ActKind.HeldForProof or ActKind.DeclinedWithProof or ActKind.NotADenial) and { } kind =>
                    db.CountedActs.Where(a => a.Kind == kind && (desks == null || desks.Contains(a.Desk))),
                ("broken-off", "cameBack") => db.BrokenAt(desks).Where(b => b.Ending == Ending.Back || b.Ending == Ending.Stuck),
                ("broken-off", _) when Named<Ending>(of) is { } ending => db.BrokenAt(desks).Where(b => b.Ending == ending),
                _ => null,
            };
            return found is null ? [] : [.. (await found.Where(c => c.Second >= start && c.Second < end).OrderByDescending(c => c.Second).Select(c => c.CaseId).Take(atMost).ToListAsync(ct)).Distinct()];
        }

        private IQueryable<CountedHandover> HandedTo(IReadOnlyList<string>? desks) =>
            desks is null ? db.CountedHandovers : db.CountedHandovers.Where(h => desks.Contains(h.From) || desks.Contains(h.To));

        private IQueryable<CountedBreak> BrokenAt(IReadOnlyList<string>? desks) => desks is null ? db.CountedBreaks : db.CountedBreaks.Where(b => desks.Contains(b.Desk));
    }

    private static T? Named<T>(string name)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(v.ToString()) == name).Cast<T?>().FirstOrDefault();
}
