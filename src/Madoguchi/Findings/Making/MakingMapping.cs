using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Evidence;
using Madoguchi.ProductLog;
using Madoguchi.ProductLog.Keeping;
using Madoguchi.ProductLog.Reading;
using Madoguchi.ProductLog.Tying;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Findings.Making;

/// <summary>Where something is cited that cannot be: a JSON pointer, and why.</summary>
public sealed class Missing
{
    public (string At, string Why)? Said { get; internal set; }
}

public static class MakingMapping
{
    extension(Db db)
    {
        /// <summary>The server looks itself, in the same transaction that writes down what came of it; what is cited stays for good.</summary>
        public async Task<Result<FindingRecorded, MakeRefusal>> MakeFinding(Id<Case> id, NewFinding asked, Missing missing, CurrentAgent agent, DateTimeOffset now)
        {
            missing.Said = null;
            if (await db.Find(id, new Caller(agent), now) is not { } theCase)
                return MakeRefusal.Unknown;
            if (!await db.MayLook(theCase, agent, CancellationToken.None))
                return MakeRefusal.WithAnotherDesk;

            var ties = await db.TiesOf(theCase.CustomerId, CancellationToken.None);
            if (await db.Cited(asked.Events ?? [], ties, missing) is not { } events || await db.CitedEvidence(id, asked.Evidence ?? [], missing) is not { } evidence)
                return MakeRefusal.UnknownProof;
            var query = asked.Query is { } window ? await db.Run(theCase, window) : null;
            if (Judging.Judge(new Basis(events is [] ? null : events, evidence is [] ? null : evidence, query), asked.Deadline?.ToUniversalTime().ToMicroseconds()).Refused(out var why, out var basis))
                return why;

            var made = new FindingMade(Guid.CreateVersion7(), asked.Verdict, PlainText.Clean(asked.Text), basis);
            var entry = db.Record(theCase, new Caller(agent).By(made), made, now);
            db.Findings.Add(new Finding
            {
                Id = new(made.Finding), CaseId = id, Entry = entry.Number, Verdict = made.Verdict, Text = made.Text, Basis = basis.Write(), ById = agent.Id, ByName = agent.Name, At = now,
            });
            await db.SaveChangesAsync(CancellationToken.None);
            if (events is not [])
                await db.Cite([.. events.Select(e => new Id<ProductEvent>(e.EventId))]);
            return new FindingRecorded(new(made.Finding), entry.Number, query?.Count, basis.Right);
        }

        /// <summary>The owner desk, and the technical desk while it is asked.</summary>
        public async Task<bool> MayLook(Case theCase, CurrentAgent agent, CancellationToken ct)
        {
            var (id, desks) = (theCase.Id, agent.Desks);
            return agent.WorksAt(theCase.DeskId) || await db.Escalations.Where(e => e.CaseId == id && e.AnsweredAt == null && e.WithdrawnAt == null && desks.Contains(e.ToDeskId))
                .AnyAsync(e => db.Set<Handover>().Any(h => h.Id == e.HandoverId && (h.State == HandoverState.Offered || h.State == HandoverState.Accepted)), ct);
        }

        /// <summary>Oldest first. The caller has found the case by a scope of its own.</summary>
        public async Task<IReadOnlyList<FindingView>> FindingsOf(Id<Case> id, CancellationToken ct) =>
            [.. (await db.Findings.AsNoTracking().Where(f => f.CaseId == id).OrderBy(f => f.Entry).ToListAsync(ct)).Select(FindingView.Of)];

        private async Task<RanQuery> Run(Case theCase, Window window)
        {
            var (from, to) = (window.From.ToUniversalTime().ToMicroseconds(), window.To.ToUniversalTime().ToMicroseconds());
            var log = await db.LogOf(theCase, from, to, CancellationToken.None, atMost: 1);
            return new RanQuery(from, to, [.. log.Ties.Select(t => $"{t.Name}: {t.Value}")], log.Count);
        }

        private async Task<IReadOnlyList<CitedEvent>?> Cited(IReadOnlyList<System.Text.Json.JsonElement> named, IReadOnlyList<Tie> ties, Missing missing)
        {
            var (cited, values) = (new List<CitedEvent>(), ties.Select(t => t.Folded!).ToList()); // without one it is no tie
            for (var i = 0; i < named.Count; i++)
            {
                var found = await db.Named(EventName.Read(named[i])!, values); // checked before
                if (found is not [var one])
                {
                    missing.Said = ($"/events/{i}", found.Count == 0 ? "No event of this customer has this id." : "Several products use this id: name the source, too.");
                    return null;
                }

                cited.Add(new CitedEvent(one.Id.Value, one.Source, one.EventId, one.Type, one.Time));
            }

            return [.. cited.DistinctBy(c => c.EventId).OrderBy(c => c.Time)];
        }

        private Task<List<ProductEvent>> Named(EventName name, IReadOnlyList<string> values)
        {
            var (id, source) = (name.Id, name.Source);
            var ours = source is null && Id<ProductEvent>.TryParse(id, null, out var known) ? known : default;
            return db.ProductEvents.AsNoTracking().Where(e => ((e.EventId == id && (source == null || e.Source == source)) || e.Id == ours) && db.Set<EventKey>().Any(k => k.EventId == e.Id && values.Contains(k.Value)))
                .OrderBy(e => e.Id).Take(2).ToListAsync(CancellationToken.None);
        }

        private async Task<IReadOnlyList<CitedEvidence>?> CitedEvidence(Id<Case> id, IReadOnlyList<Guid> named, Missing missing)
        {
            var known = named.Count == 0 ? [] : await db.EvidenceOf(id).ToDictionaryAsync(e => e.Id.Value, CancellationToken.None);
            for (var i = 0; i < named.Count; i++)
            {
                if (known.ContainsKey(named[i]))
                    continue;
                missing.Said = ($"/evidence/{i}", "There is no such evidence on this case.");
                return null;
            }

            return [.. named.Distinct().Select(e => known[e]).OrderBy(e => e.Entry).Select(e => new CitedEvidence(e.Id.Value, e.Name, e.Sha256))];
        }
    }
}
