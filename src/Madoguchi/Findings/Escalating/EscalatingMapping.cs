using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Handovers;
using Madoguchi.Handovers.Offering;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Findings.Escalating;

public static class EscalatingMapping
{
    extension(Db db)
    {
        /// <summary>The question with its brief, the technical desk's right to read, the customer's line and the rings: one transaction.</summary>
        public async Task<Result<EscalationMade, EscalateRefusal>> Escalate(Id<Case> id, NewEscalation asked, CurrentAgent agent, DateTimeOffset now)
        {
            var caller = new Caller(agent);
            if (await db.Find(id, caller, now) is not { } theCase)
                return EscalateRefusal.Unknown;
            if (await db.DeskFor(asked.Desk) is not { } to)
                return asked.Desk is null ? EscalateRefusal.NoTechnicalDesk : EscalateRefusal.UnknownDesk;

            var (from, brief) = (await db.Named(theCase.DeskId), JsonSerializer.SerializeToElement(await db.Brief(theCase, CancellationToken.None), Json.Options));
            var due = asked.Due?.ToUniversalTime().ToMicroseconds() ?? Deadline.EndOfNextWorkingDay(await db.OpeningHours(to.Id, CancellationToken.None), now);
            var offer = new Handover
            {
                Id = Id<Handover>.New(), CaseId = id, FromDeskId = from.Id, ToDeskId = to.Id, OfferedBy = agent.Id, OfferedAt = now, Reason = PlainText.Clean(asked.Question), Brief = brief.GetRawText(),
            };
            var question = new Escalation
            {
                Id = Id<Escalation>.New(), CaseId = id, HandoverId = offer.Id, FromDeskId = from.Id, ToDeskId = to.Id, Question = offer.Reason, AskedBy = agent.Id, AskedAt = now, DueAt = due,
            };
            if (theCase.Ask(question, DeskName.Of(from), DeskName.Of(to), brief, agent, now).Refused(out var why, out var happened))
                return why;

            db.Handovers.Add(offer);
            db.Escalations.Add(question);
            foreach (var one in happened)
                db.Record(theCase, one.IsInternal ? caller.By(one) : By.System, one, now);
            await db.LetRead(offer);
            db.Enqueue(Ring.Work, Ring.AtDesks(id, Ring.Asked, agent, to.Id), now);
            db.Enqueue(LateFollower.Name, new Late(question.Id, id), now, due);
            await db.SaveChangesAsync(CancellationToken.None);
            return new EscalationMade(question.Id, offer.Id, to.Slug, due);
        }

        /// <summary>Every question about the case, the newest first. The caller has found it by a scope of its own.</summary>
        public async Task<IReadOnlyList<EscalationView>> EscalationsOf(Id<Case> id, CancellationToken ct)
        {
            var rows = await db.Escalations.AsNoTracking().Where(e => e.CaseId == id)
                .Join(db.Handovers, e => e.HandoverId, h => h.Id, (e, h) => new { e, h })
                .Join(db.Desks, x => x.e.FromDeskId, d => d.Id, (x, d) => new { x.e, x.h, From = d.Slug }).Join(db.Desks, x => x.e.ToDeskId, d => d.Id, (x, d) => new { x.e, x.h, x.From, To = d.Slug })
                .OrderByDescending(x => x.e.AskedAt).ToListAsync(ct);
            var told = await db.ToldAfter(id, [.. rows.Select(r => r.e.AnswerEntry).OfType<int>()], ct);
            return [.. rows.Select(r => new EscalationView(r.e.Id, r.From, r.To, r.e.Question, r.e.AskedAt, r.e.DueAt, StateOf(r.e, r.h, told), r.e.Answer, r.e.Verdict, r.e.AnsweredAt,
                r.e.ToldAt ?? (r.e.AnswerEntry is { } at ? told.GetValueOrDefault(at) : null)))];
        }

        // The technical desk, when none is named: the first of them.
        private Task<Desk?> DeskFor(string? slug) => (slug is null ? db.Desks.AsNoTracking().Where(d => d.IsTechnical == true) : db.Desks.AsNoTracking().Where(d => d.Slug == slug))
            .OrderBy(d => d.Slug).FirstOrDefaultAsync(CancellationToken.None);

        /// <summary>When the customer first heard from the desk after each of these entries.</summary>
        internal async Task<Dictionary<int, DateTimeOffset?>> ToldAfter(Id<Case> id, IReadOnlyList<int> entries, CancellationToken ct)
        {
            var told = new Dictionary<int, DateTimeOffset?>();
            foreach (var entry in entries.Distinct())
                told[entry] = (await db.TellingAfter(id, entry).FirstOrDefaultAsync(ct))?.At;
            return told;
        }

        /// <summary>The desk's own words to the customer after an entry, oldest first.</summary>
        internal IQueryable<Entry> TellingAfter(Id<Case> id, int entry)
        {
            var kinds = Telling.Kinds;
            return db.Entries.AsNoTracking().Where(e => e.CaseId == id && e.Number > entry && e.Role == Role.Agent && !e.Internal && e.Withdrawn == null && kinds.Contains(e.Kind)).OrderBy(e => e.Number);
        }
    }

    private static string StateOf(Escalation question, Handover offer, Dictionary<int, DateTimeOffset?> told) =>
        question.AnsweredAt is not null ? question.ToldAt is not null || told.GetValueOrDefault(question.AnswerEntry ?? 0) is not null ? EscalationView.Told : EscalationView.Answered
        : question.IsOpen(offer) ? EscalationView.Asked : EscalationView.Withdrawn;
}

/// <summary>By which entries of a desk a customer hears what was found out.</summary>
public static class Telling
{
    public static readonly IReadOnlyList<string> Kinds = ["message", "solutionProposed", "followedUp", "findingShown"];
}
