using Madoguchi.Cases.Approving;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Wording;

/// <summary>What an agent says about their words beside the words: an override, what they cite, and the key under which a repeated click is one attempt.</summary>
/// <param name="Because">Why they go out although they send the customer away, or, with <paramref name="Declines"/> false, why they are no denial.</param>
/// <param name="Declines">Whether they say no; null: nothing was said of it.</param>
/// <param name="Cites">The findings that a denial rests on.</param>
/// <param name="Articles">The names of articles that it rests on.</param>
/// <param name="Voices">The customers' voices that were decided upon: it will not be done.</param>
public sealed record Hold(string? Because = null, OnceKey? Once = null, bool? Declines = null, IReadOnlyList<Id<Finding>>? Cites = null, IReadOnlyList<string>? Articles = null, IReadOnlyList<Guid>? Voices = null)
{
    /// <summary>A second person has read them, or they are the house's own.</summary>
    public bool IsApproved { get; set; }

    /// <summary>What was noticed, when the words were refused because they send the customer away.</summary>
    public HeldBack? Held { get; internal set; }

    /// <summary>What they lack, when they were refused because they say no.</summary>
    public Unproven? Unproven { get; internal set; }

    /// <summary>Where something is cited that is not there: a JSON pointer.</summary>
    public string? Unknown { get; internal set; }
}

public static class HoldingBackMapping
{
    extension(Db db)
    {
        /// <summary>Every word of an agent that a customer will read comes by here, under the case's lock. What is held back is on record, though nothing is sent.</summary>
        internal async Task<Result<bool, HoldRefusal>> Release(Case theCase, string text, Caller caller, CurrentAgent agent, Hold hold, DateTimeOffset now)
        {
            if ((await db.Passes(theCase, text, caller, agent, hold, now)).Refused(out var why, out var noted))
                return why;
            // Whoever can wait, as messages and solutions do, asks for the check alone.
            if (!hold.IsApproved && await db.IsUnderApproval(theCase, agent))
                return HoldRefusal.NeedsApproval;
            db.Record(theCase, caller, noted, now);
            return true;
        }

        internal void Record(Case theCase, Caller caller, IReadOnlyList<Happening> noted, DateTimeOffset now)
        {
            foreach (var one in noted)
                db.Record(theCase, caller.By(one), one, now);
        }

        /// <summary>The same check, and what is to be on record once the words go out: they may have to wait for a second person.</summary>
        internal async Task<Result<IReadOnlyList<Happening>, HoldRefusal>> Passes(Case theCase, string text, Caller caller, CurrentAgent agent, Hold hold, DateTimeOffset now)
        {
            var because = hold.Because is { } reason ? PlainText.Clean(reason) : null;
            var book = await db.Wordbook(CancellationToken.None);
            hold.Held = agent.WorksAt(theCase.DeskId) ? await db.Noticed(theCase, text, book) : null;
            if (theCase.Release(hold.Held, because, agent).Refused(out var why, out var happened))
            {
                if (hold.Held is { } held && await db.First(hold.Once?.Beside("held back"), now))
                {
                    db.Record(theCase, caller.By(held), held, now);
                    await db.SaveChangesAsync(CancellationToken.None);
                }

                return why;
            }

            if ((await db.Decline(theCase, text, book, caller, hold, now)).Refused(out why, out var declined))
                return why;
            return happened.Concat(declined).ToList();
        }

        private async Task<HeldBack?> Noticed(Case theCase, string text, Wordbook book)
        {
            // Most replies are harmless whatever the numbers are: known ones only ever excuse.
            if (SendingAway.In(text, book, [], []) is null)
                return null;
            var desks = await db.Desks.AsNoTracking().ToListAsync(CancellationToken.None);
            var own = desks.Single(d => d.Id == theCase.DeskId);
            if (SendingAway.In(text, book, own.Phones, await db.HisNumbers(theCase)) is not { } noticed)
                return null;
            var fitting = Fitting.Of(theCase, text, await db.StoryOf(theCase.Id, CancellationToken.None), noticed, desks);
            return new HeldBack(noticed.Words, noticed.Numbers.Count > 0, fitting is null ? null : DeskName.Of(fitting.Desk), fitting?.Fits);
        }

        /// <summary>The customer's own first words, in writing or by telephone.</summary>
        internal async Task<string> StoryOf(Id<Case> id, CancellationToken ct)
        {
            var told = await db.Entries.AsNoTracking().Where(e => e.CaseId == id && ((e.Kind == "message" && e.Role == Role.Customer) || e.Kind == "callTaken")).OrderBy(e => e.Number).Take(3).ToListAsync(ct);
            return string.Join('\n', told.Select(e => e.What is CallTaken call ? call.Text : ((MessageSaid)e.What).Text));
        }

        private async Task<List<string>> HisNumbers(Case theCase)
        {
            var (customer, id) = (theCase.CustomerId, theCase.Id);
            var addresses = await db.Set<Address>().Where(a => a.CustomerId == customer && a.Kind == AddressKind.Phone).Select(a => a.Value).ToListAsync(CancellationToken.None);
            var facts = await db.Facts.Where(f => f.CustomerId == customer && f.ReplacedAt == null && (f.Scope != Scope.Case || f.CaseId == id)).Select(f => f.Value).ToListAsync(CancellationToken.None);
            return [.. addresses, .. facts];
        }
    }
}
