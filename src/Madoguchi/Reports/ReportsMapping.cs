using Madoguchi.Desks;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Reports;

public static class ReportsMapping
{
    extension(Db db)
    {
        public async Task<Report> Report(string name, Period period, string by, string? desk, CurrentAgent me, CancellationToken ct)
        {
            var asked = await db.Asked(name, period, by, desk, me, ct);
            return name switch
            {
                "contacts" => await db.Contacts(asked, ct),
                "handovers" => await db.Handovers(asked, ct),
                "asked-twice" => await db.AskedTwice(asked, ct),
                "sent-away" => await db.SentAway(asked, ct),
                "denials" => await db.Denied(asked, ct),
                "broken-off" => await db.BrokenOff(asked, ct),
                "answer-times" => await db.AnswerTimes(asked, ct),
                "satisfaction" => await db.Satisfaction(asked, ct),
                "waits" => await db.Waits(asked, ct),
                "checks" => await db.Checks(asked, ct),
                "remedies" => await db.RemediesGiven(asked, ct),
                "mine" => await db.Mine(asked, ct),
                "team" => await db.Team(asked, ct),
                _ => throw new ArgumentOutOfRangeException(nameof(name), name, "It is in the list, and not reckoned here."),
            };
        }

        public async Task<ReportAsked> Asked(string name, Period period, string by, string? desk, CurrentAgent me, CancellationToken ct)
        {
            var own = me.Desks;
            IReadOnlyList<string> mine = me.SeesAll ? [] : await db.Desks.Where(d => own.Contains(d.Id)).Select(d => d.Slug).ToListAsync(ct);
            return new ReportAsked(name, period, by, ReportAsked.Scope(me, mine, desk), desk, me);
        }
    }
}
