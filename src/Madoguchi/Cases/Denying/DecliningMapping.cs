using Madoguchi.Articles;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Cases.Denying;

public static class DecliningMapping
{
    private static readonly string[] Given = ["evidenceAdded", "attachment"];

    extension(Db db)
    {
        /// <summary>What goes on record beside an agent's words, if they say no; refused, <paramref name="hold"/> knows what they lack, and the attempt is on record.</summary>
        internal async Task<Result<IReadOnlyList<Happening>, HoldRefusal>> Decline(Case theCase, string text, Wordbook book, Caller caller, Hold hold, DateTimeOffset now)
        {
            hold.Unproven = null;
            var (id, cites, articles) = (theCase.Id, hold.Cites ?? [], hold.Articles ?? []);
            var words = Denials.In(text, book);
            var findings = words.Count > 0 || cites.Count > 0 || hold.Declines is true ? await db.Findings.AsNoTracking().Where(f => f.CaseId == id).OrderBy(f => f.Entry).ToListAsync(CancellationToken.None) : [];
            var voices = hold.Voices ?? [];
            var precedents = words.Count > 0 || voices.Count > 0 || hold.Declines is true ? await db.GetService<Precedents>().Of(db, theCase, voices) : [];
            if ((hold.Unknown = Unknown(cites, findings) ?? await db.Unwritten(articles) ?? voices.Select((v, i) => precedents.Any(p => p.About == v) ? null : $"/voices/{i}").FirstOrDefault(p => p is not null)) is not null)
                return HoldRefusal.UnknownProof;

            // Whoever says the public words themselves has cited them.
            var decided = precedents.Where(p => voices.Contains(p.About) || text.Contains(p.Words, StringComparison.Ordinal)).ToList();
            var declining = new Declining(hold.Declines, words, hold.Because is { } because ? PlainText.Clean(because) : null, [.. cites.Select(c => c.Value).Distinct()], [.. articles.Distinct()], [.. decided.Select(d => d.Decision)]);
            var disputes = words.Count > 0 || hold.Declines is true ? await db.Disputes(theCase, book) : [];
            var answered = findings.Count > 0 && await db.Escalations.AnyAsync(e => e.CaseId == id && e.AnsweredAt != null, CancellationToken.None);
            var ground = new Ground(disputes.Count > 0, [.. findings.Where(f => cites.Contains(f.Id)).Select(f => f.Weighs)], articles.Count > 0, answered, decided.Count > 0, decided.Exists(d => d.Concedes));
            if (!Gate.Pass(declining, ground).Refused(out var lack, out var happened))
                return happened.ToArray();

            var held = new HeldForProof(words, lack, ground.Disputed, hold.Declines is true);
            hold.Unproven = new(held, disputes, disputes.Count > 0 ? disputes[0].At : theCase.OpenedAt, findings, [.. precedents.Where(p => p.Concedes || !ground.Disputed)]);
            if (await db.First(hold.Once?.Beside("held for proof"), now))
            {
                db.Record(theCase, caller.By(held), held, now);
                await db.SaveChangesAsync(CancellationToken.None);
            }

            return HoldRefusal.NeedsFinding;
        }

        /// <summary>By what it is known that the customer says something happened; the earliest first.</summary>
        public async Task<IReadOnlyList<Dispute>> Disputes(Case theCase, Wordbook book)
        {
            var id = theCase.Id;
            var found = new List<Dispute>();
            var told = await db.Entries.AsNoTracking().Where(e => e.CaseId == id && ((e.Role == Role.Customer && (e.Kind == "message" || Given.Contains(e.Kind))) || e.Kind == "callTaken" || e.Kind == "disputed"))
                .OrderBy(e => e.Number).ToListAsync(CancellationToken.None);
            foreach (var entry in told)
            {
                if (entry.Kind == "disputed")
                    found.Add(new(DisputedBy.Agent, entry.At));
                else if (Given.Contains(entry.Kind))
                    found.Add(new(DisputedBy.Evidence, entry.At));
                else if (entry.Withdrawn is null && Denials.Happened(entry.What is CallTaken call ? call.Text : ((MessageSaid)entry.What).Text, book) is { Count: > 0 } said)
                    found.Add(new(DisputedBy.Words, entry.At, said));
            }

            foreach (var witness in db.GetService<Witnesses>().All)
            {
                if (await witness.SawSomething(db, theCase) is { } at)
                    found.Add(new(DisputedBy.Records, at));
            }

            return [.. found.OrderBy(d => d.At)];
        }

        /// <summary>An agent has understood the customer so. Once is enough.</summary>
        public async Task<Result<Recorded, CaseRefusal>> MarkDisputed(Id<Case> id, Caller caller, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return CaseRefusal.Unknown;
            if (!agent.WorksAt(theCase.DeskId))
                return CaseRefusal.WithAnotherDesk;
            if (await db.Entries.Where(e => e.CaseId == id && e.Kind == "disputed").Select(e => (int?)e.Number).FirstOrDefaultAsync(CancellationToken.None) is { } before)
                return new Recorded(before);

            var disputed = new Disputed();
            var entry = db.Record(theCase, caller.By(disputed), disputed, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new Recorded(entry.Number);
        }

        private async Task<string?> Unwritten(IReadOnlyList<string> slugs)
        {
            if (slugs.Count == 0)
                return null;
            var known = await db.Articles.Where(a => slugs.Contains(a.Slug)).Select(a => a.Slug).ToListAsync(CancellationToken.None);
            return slugs.Select((s, i) => known.Contains(s) ? null : $"/articles/{i}").FirstOrDefault(p => p is not null);
        }
    }

    private static string? Unknown(IReadOnlyList<Id<Finding>> cites, IReadOnlyList<Finding> findings) =>
        cites.Select((c, i) => findings.Any(f => f.Id == c) ? null : $"/cites/{i}").FirstOrDefault(p => p is not null);
}
