using Madoguchi.Cases;
using Madoguchi.Cases.Listening;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Thanks.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Thanks.Giving;

/// <summary>Who is to be thanked, as told.</summary>
public sealed record Names(IReadOnlyList<string> Told)
{
    /// <summary>The place of a name that nobody of those who helped has.</summary>
    public int Unknown { get; set; }
}

public enum WithdrawalRefusal { Unknown }

public static class GivingMapping
{
    extension(Db db)
    {
        /// <summary>Only the customer thanks. The agents named are told; of a low score, the supervisor.</summary>
        public async Task<Result<ThanksGiven, ThanksRefusal>> GiveThanks(Id<Case> id, Caller caller, int score, string? text, Names names, DateTimeOffset now)
        {
            if (caller.Customer is null || await db.Find(id, caller, now) is not { } theCase)
                return ThanksRefusal.Unknown;
            var thanks = await db.ThanksFor(theCase);
            var (before, concerned) = (thanks.Praises.Select(p => p.AgentId).ToHashSet(), thanks.IsConcern);
            if (thanks.Prevents(theCase, now) is { } not)
                return not;
            if (Meant(await db.Supporters(id, CancellationToken.None), names) is not { } agents)
                return ThanksRefusal.UnknownAgent;
            if (thanks.Give(theCase, score, string.IsNullOrWhiteSpace(text) ? null : PlainText.Clean(text), agents, now).Refused(out var why, out var happened))
                return why;

            foreach (var one in happened)
            {
                var entry = db.Record(theCase, one is ConcernOpened ? By.System : caller.By(one), one, now);
                thanks.Entry = entry.Number;
                if (one is Thanked { Text: { } words })
                    await db.GetService<Listeners>().Hear(db, theCase, entry, words);
            }

            if (thanks.Praises.Select(p => p.AgentId).Where(a => !before.Contains(a)).ToList() is { Count: > 0 } newly)
                db.Enqueue(Ring.Work, new Ring(id, Ring.Thanked, newly, [], []), now);
            if (thanks.IsConcern && !concerned)
                db.Enqueue(Ring.Work, new Ring(id, Ring.Concern, [], [], [theCase.DeskId]), now);
            await db.Keep(thanks);
            return new ThanksGiven(score, thanks.Text, agents, thanks.Entry, thanks.ChangeableUntil!.Value); // just given
        }

        /// <summary>A tap alone: words and names that were sent before, from another tab, stay.</summary>
        public async Task<Result<ThanksGiven, ThanksRefusal>> TapThanks(Id<Case> id, Caller caller, int score, DateTimeOffset now)
        {
            if (caller.Customer is null || await db.Find(id, caller, now) is not { } theCase)
                return ThanksRefusal.Unknown;
            var there = await db.ThanksFor(theCase);
            return await db.GiveThanks(id, caller, score, there.Text, new Names([.. there.Praises.Select(p => p.AgentId.ToString())]), now);
        }

        /// <summary>Would rather not say: it is not asked again. Answered already, or not solved any more: nothing changes.</summary>
        public async Task DeclineThanks(Id<Case> id, Caller caller, DateTimeOffset now)
        {
            if (caller.Customer is null || await db.Find(id, caller, now) is not { } theCase)
                return;
            var thanks = await db.ThanksFor(theCase);
            if (thanks.Decline(theCase, now) is not { } declined)
                return;
            thanks.Entry = db.Record(theCase, caller.By(declined), declined, now).Number;
            await db.Keep(thanks);
        }

        /// <summary>Taken back twice is taken back; so is what was never given.</summary>
        public async Task<Result<bool, WithdrawalRefusal>> WithdrawThanks(Id<Case> id, Caller caller, DateTimeOffset now)
        {
            if (caller.Customer is null || await db.Find(id, caller, now) is not { } theCase)
                return WithdrawalRefusal.Unknown;
            var said = await db.Entries.AsTracking().Where(e => e.CaseId == id && e.Kind == "thanked" && e.Withdrawn == null).ToListAsync(CancellationToken.None);
            if ((await db.ThanksFor(theCase)) is not { Score: not null } thanks || thanks.Withdraw([.. said.Select(e => e.Number)], now) is not { } withdrawn)
                return false;
            thanks.Entry = db.Record(theCase, caller.By(withdrawn), withdrawn, now).Number;
            foreach (var entry in said)
                entry.Withdrawn = thanks.Entry;
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }

        // The case is locked: whoever comes second finds the row.
        private async Task<CaseThanks> ThanksFor(Case theCase)
        {
            var id = theCase.Id;
            return await db.Thanks.AsTracking().Include(t => t.Praises).SingleOrDefaultAsync(t => t.CaseId == id, CancellationToken.None) ?? new CaseThanks { CaseId = id, DeskId = theCase.DeskId };
        }

        // What nothing came of was not added.
        private Task<int> Keep(CaseThanks thanks)
        {
            if (db.Entry(thanks).State is EntityState.Detached)
                db.Thanks.Add(thanks);
            return db.SaveChangesAsync(CancellationToken.None);
        }
    }

    private static List<ThankedAgent>? Meant(IReadOnlyList<Supporter> supporters, Names names)
    {
        var meant = new List<Supporter>();
        foreach (var (name, place) in names.Told.Select((n, i) => (n, i)))
        {
            var found = Supporter.Named(supporters, name).ToList();
            if (found.Count == 0)
            {
                names.Unknown = place;
                return null;
            }

            meant.AddRange(found);
        }

        return [.. meant.DistinctBy(h => h.AgentId).Select(h => new ThankedAgent(h.AgentId, h.Name))];
    }
}
