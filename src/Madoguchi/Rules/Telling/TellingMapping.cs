using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Wording;
using Madoguchi.Desks;
using Madoguchi.Remedies;
using Madoguchi.Rules.Watching;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Rules.Telling;

/// <summary>One recipient, to be told.</summary>
public sealed record Tell(Guid Recipient)
{
    /// <summary>The outbox's kind.</summary>
    public const string Work = "ruleTelling";
}

public static class TellingMapping
{
    private const int Most = 2000;

    extension(Db db)
    {
        /// <summary>Everyone hit who was not told yet, each once: whoever asks second finds nobody left.</summary>
        public async Task<Result<TellingMade, TellRefusal>> TellRule(Id<Rule> id, NewTelling asked, CurrentAgent by, DateTimeOffset now)
        {
            if (!by.SeesAll)
                return TellRefusal.ForSupervisors;
            if (await db.Lock(id).SingleOrDefaultAsync(CancellationToken.None) is null)
                return TellRefusal.Unknown;
            if (await db.Desks.AsNoTracking().SingleOrDefaultAsync(d => asked.Desk == null ? d.IsReception : d.Slug == asked.Desk, CancellationToken.None) is not { } desk)
                return TellRefusal.UnknownDesk;
            if (asked.Remedy is { } slug && await db.Remedy(slug, CancellationToken.None) is not { Retired: false })
                return TellRefusal.UnknownRemedy;
            var text = asked.Text.Clean();
            if (await db.HoldsBack(text) is { } held)
                return held;

            var people = await db.Untold(id, now);
            if (people.Count == 0)
                return TellRefusal.NobodyLeft;
            var telling = new RuleTelling
            {
                Id = Id<RuleTelling>.New(), RuleId = id, TextJa = text.Ja, TextEn = text.En, Remedy = asked.Remedy, DeskId = desk.Id, ById = by.Id, ByName = by.Name, ByShown = by.ShownName, At = now, DueAt = now + RuleTelling.Undo,
            };
            db.RuleTellings.Add(telling);
            foreach (var person in people.Take(Most))
            {
                var recipient = new Recipient { Id = Id<Recipient>.New(), TellingId = telling.Id, BreakId = person[0].Id };
                db.RuleRecipients.Add(recipient);
                foreach (var one in person)
                    one.RecipientId = recipient.Id;
                db.Enqueue(Tell.Work, new Tell(recipient.Id.Value), now, telling.DueAt);
            }

            await db.SaveChangesAsync(CancellationToken.None);
            return new TellingMade(telling.Id, Math.Min(people.Count, Most), Math.Max(0, people.Count - Most), telling.DueAt);
        }

        /// <summary>In time: nobody of them is told, and all of them may be told later.</summary>
        public async Task<Result<TellingView, TellRefusal>> CallOff(Id<Rule> rule, Id<RuleTelling> id, CurrentAgent by, DateTimeOffset now)
        {
            if (!by.SeesAll)
                return TellRefusal.ForSupervisors;
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } telling || telling.RuleId != rule)
                return TellRefusal.Unknown;
            if (telling.CancelledAt is null && !telling.CanBeCalledOff(now))
                return TellRefusal.TooLate;
            telling.CancelledAt ??= now;
            await db.SaveChangesAsync(CancellationToken.None);
            var theirs = db.RuleRecipients.Where(r => r.TellingId == id && r.State == RecipientState.Waiting).Select(r => r.Id);
            await db.RuleBreaks.Where(b => b.RecipientId != null && theirs.Contains(b.RecipientId.Value)).ExecuteUpdateAsync(b => b.SetProperty(r => r.RecipientId, (Id<Recipient>?)null), CancellationToken.None);
            await db.RuleRecipients.Where(r => r.TellingId == id && r.State == RecipientState.Waiting).ExecuteUpdateAsync(r => r.SetProperty(o => o.State, RecipientState.CalledOff).SetProperty(o => o.DoneAt, now), CancellationToken.None);
            return (await db.TellingsOf(rule, id, CancellationToken.None)).Single();
        }

        public async Task<IReadOnlyList<TellingView>> TellingsOf(Id<Rule> rule, Id<RuleTelling>? only, CancellationToken ct)
        {
            var tellings = await db.RuleTellings.AsNoTracking().Where(t => t.RuleId == rule && (only == null || t.Id == only)).OrderByDescending(t => t.At).Take(50).ToListAsync(ct);
            var ids = tellings.Select(t => t.Id).ToList();
            var states = (await db.RuleRecipients.Where(r => ids.Contains(r.TellingId)).GroupBy(r => new { r.TellingId, r.State }).Select(g => new { g.Key.TellingId, g.Key.State, Count = g.Count() }).ToListAsync(ct)).ToLookup(s => s.TellingId);
            return [.. tellings.Select(t => new TellingView(t.Id, new(t.TextJa, t.TextEn), t.Remedy, t.ByName, t.At, t.DueAt, t.CancelledAt, states[t.Id].Sum(s => s.Count),
                Count(t, RecipientState.Waiting), Count(t, RecipientState.ToldInCase) + Count(t, RecipientState.ToldInNewCase), Count(t, RecipientState.NotReached)))];

            int Count(RuleTelling of, RecipientState state) => states[of.Id].FirstOrDefault(s => s.State == state)?.Count ?? 0;
        }

        public async Task<RecipientList?> RecipientsOf(Id<Rule> rule, Id<RuleTelling> id, CurrentAgent agent, CancellationToken ct)
        {
            if ((await db.TellingsOf(rule, id, ct)).SingleOrDefault() is not { } telling)
                return null;
            var visible = db.Cases.VisibleTo(agent, db);
            return new(telling, await db.RuleRecipients.AsNoTracking().Where(r => r.TellingId == id).Join(db.RuleBreaks, r => r.BreakId, b => b.Id, (r, b) => new { r, b.Key }).OrderBy(r => r.Key).Take(Most)
                .Select(r => new RecipientView(r.Key, r.r.State, r.r.Reason, visible.Any(c => c.Id == r.r.CaseId) ? r.r.CaseId : null, r.r.Mailed, r.r.DoneAt)).ToListAsync(ct));
        }

        /// <summary>By person, the first hit first. Whoever was shown in their own case that it is so, knows it.</summary>
        private async Task<IReadOnlyList<IReadOnlyList<RuleBreak>>> Untold(Id<Rule> id, DateTimeOffset now)
        {
            var (people, knowing) = await db.Reach(id, db.RuleBreaks.AsTracking(), CancellationToken.None);
            foreach (var (one, theCase, who) in knowing)
                (one.ToldAt, one.CaseId, one.CustomerId) = (now, theCase, who);
            await db.SaveChangesAsync(CancellationToken.None);
            return [.. people.Select(p => p.Breaks)];
        }

        // What goes to everybody at once has no case to rest on: it neither sends away nor says no.
        private async Task<TellRefusal?> HoldsBack(Bilingual text)
        {
            var book = await db.Wordbook(CancellationToken.None);
            string[] words = [.. new[] { text.Ja, text.En }.OfType<string>()];
            return words.Any(w => SendingAway.In(w, book, [], []) is not null) ? TellRefusal.SendsAway : words.Any(w => Denials.In(w, book).Count > 0) ? TellRefusal.Declines : null;
        }
    }
}
