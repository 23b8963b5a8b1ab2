using Madoguchi.Cases;
using Madoguchi.Cases.Anonymizing;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Noticing.Proposing;

internal static class ProposingMapping
{
    // In a flood the newest tell enough.
    private const int Most = 20_000;
    private const int MostLike = 5_000;
    private const int MostTexts = 100;
    private const int Few = 20;
    private static readonly TimeSpan Back = TimeSpan.FromMinutes(180);

    extension(Db db)
    {
        /// <summary>Contacts of the last hours that belong to no incident and to no proposal.</summary>
        internal async Task<IReadOnlyList<Told>> Unexplained(DateTimeOffset now, CancellationToken ct)
        {
            var since = now - Back;
            var marks = await db.ContactMarks.AsNoTracking().Where(m => m.At > since && m.At <= now && !db.Set<ProposalCase>().Any(c => c.CaseId == m.CaseId) && !db.Set<IncidentCase>().Any(c => c.CaseId == m.CaseId && c.RemovedAt == null))
                .OrderByDescending(m => m.At).Take(Most).ToListAsync(ct);
            return [.. marks.Select(Told.Of)];
        }

        /// <summary>Contacts without an error text of the same hour in the weeks before, and of the day before.</summary>
        internal async Task<IReadOnlyList<Told>> LikeHours(DateTimeOffset now, Past past, CancellationToken ct)
        {
            List<Told> like = [];
            foreach (var days in past.Days < 14 ? [1, 2] : (int[])[1, 7, 14, 21, 28])
            {
                var (from, to) = (now.AddDays(-days).AddHours(-2), now.AddDays(-days).AddHours(1));
                like.AddRange((await db.ContactMarks.AsNoTracking().Where(m => m.At > from && m.At < to && m.ErrorText == null).OrderBy(m => m.At).Take(MostLike).ToListAsync(ct)).Select(Told.Of));
            }

            return like;
        }

        /// <summary>What came since and fits; and what is over.</summary>
        internal async Task<int> Grow(DateTimeOffset now)
        {
            // Held, or one that is declared at this moment would get a case that its incident never sees.
            var open = (await (db.IsPostgres ? db.IncidentProposals.FromSql($"""select * from incident_proposals where "State" = 'Open' order by "Id" for update""") : db.IncidentProposals.Where(p => p.State == ProposalState.Open))
                .AsTracking().ToListAsync(CancellationToken.None)).OrderBy(p => p.FoundAt).ToList();
            if (open.Count == 0)
                return 0;
            var (grown, added) = (new HashSet<IncidentProposal>(), 0);
            foreach (var told in (await db.Unexplained(now, CancellationToken.None)).OrderBy(t => t.At))
            {
                if (open.FirstOrDefault(p => p.Fits(told)) is not { } proposal)
                    continue;
                db.ProposalCases.Add(new() { ProposalId = proposal.Id, CaseId = told.Mark.CaseId, At = told.At });
                (proposal.Seen, proposal.LastAt) = (proposal.Seen + 1, proposal.LastAt > told.At ? proposal.LastAt : told.At);
                grown.Add(proposal);
                added++;
            }

            foreach (var quiet in open.Where(p => p.LastAt + IncidentProposal.Quiet < now))
            {
                (quiet.State, quiet.SettledAt) = (ProposalState.Over, now);
                grown.Add(quiet);
            }

            if (grown.Count == 0)
                return 0;
            db.RingAfterCommit(ProposalsTopic.Name);
            await db.SaveChangesAsync(CancellationToken.None);
            if (added > 0)
                await db.CountPeople(grown);
            return added;
        }

        private async Task CountPeople(IReadOnlyCollection<IncidentProposal> grown)
        {
            var ids = grown.Select(p => p.Id).ToList();
            var theirs = (await db.ProposalCases.AsNoTracking().Where(c => ids.Contains(c.ProposalId)).Join(db.ContactMarks, c => c.CaseId, m => m.CaseId, (c, m) => new { c.ProposalId, m.CaseId, m.Who }).ToListAsync(CancellationToken.None))
                .ToLookup(c => c.ProposalId, c => new Told(new() { CaseId = c.CaseId, At = default, Who = c.Who }, null));
            foreach (var proposal in grown)
                proposal.People = People.Among(theirs[proposal.Id]);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        internal async Task<int> Propose(IReadOnlyList<Jump> jumps, IReadOnlyList<Told> contacts, DateTimeOffset now)
        {
            var remembered = now - IncidentProposal.Remembered;
            var dismissed = await db.IncidentProposals.AsNoTracking().Where(p => p.State == ProposalState.Dismissed && p.SettledAt > remembered).ToListAsync(CancellationToken.None);
            var fresh = 0;
            foreach (var jump in jumps.Where(j => !dismissed.Any(d => d.Silences(j, now))))
            {
                var ids = jump.Cases.Select(c => c.Mark.CaseId).ToList();
                if (await db.ProposalCases.AnyAsync(c => ids.Contains(c.CaseId), CancellationToken.None))
                    continue; // meanwhile it belongs to another
                var proposal = Made(jump, now);
                proposal.Told = await db.ToldAs(proposal, ids);
                proposal.Words = await db.WordsOf(ids, [.. contacts.Select(c => c.Mark.CaseId).Except(ids)]);
                db.IncidentProposals.Add(proposal);
                db.ProposalCases.AddRange(jump.Cases.Select(c => new ProposalCase { ProposalId = proposal.Id, CaseId = c.Mark.CaseId, At = c.At }));
                await db.NoticeSupervisors(Notice.IncidentProposed, $"/desk/incidents#p-{proposal.Id}", $"{proposal.Called} ({proposal.Seen})", now);
                fresh++;
            }

            if (fresh > 0)
                db.RingAfterCommit(ProposalsTopic.Name);
            await db.SaveChangesAsync(CancellationToken.None);
            return fresh;
        }

        // A title for people: not folded to small letters. With numbers that differ, nobody's is everybody's.
        private async Task<string?> ToldAs(IncidentProposal proposal, List<Id<Case>> ids)
        {
            if (proposal.ErrorText is not { } error || error.Contains('#', StringComparison.Ordinal))
                return null;
            var some = ids.Take(Few).ToList();
            var told = (await db.Entries.AsNoTracking().Where(e => some.Contains(e.CaseId) && (e.Kind == "callTaken" || e.Kind == "fact" || (e.Kind == "message" && e.Role == Role.Customer))).OrderBy(e => e.At).ToListAsync(CancellationToken.None))
                .Select(e => e.What switch { FactTold { Key: MarkingMapping.ErrorFact } fact => fact.Value, MessageSaid said => ErrorText.In(said.Text), CallTaken call => ErrorText.In(call.Text), _ => null });
            return told.FirstOrDefault(t => t is not null && (ErrorText.Exact(t) == error || ErrorText.Fold(t) == error)) is { } first ? PlainText.Preview(first, 120) : null;
        }

        private async Task<string> WordsOf(List<Id<Case>> ids, List<Id<Case>> others)
        {
            var (texts, against) = (await db.FirstWords(ids), await db.FirstWords(others));
            if (Salient.Of(texts, against) is { Count: > 0 } words)
                return string.Join('、', words);
            // All desks read it: what somebody wrote, without who it was.
            return texts.Count == 0 ? "" : PlainText.Preview(Anonymous.Of(texts[0], await db.NamesBehind(ids)), 40).Replace('、', ' ');
        }

        private async Task<IEnumerable<string?>> NamesBehind(List<Id<Case>> ids)
        {
            var some = ids.Take(MostTexts).ToList();
            var people = await db.Cases.AsNoTracking().Where(c => some.Contains(c.Id)).Join(db.Customers, c => c.CustomerId, c => c.Id, (_, c) => new { c.Name, c.Reading, c.Company, c.Number }).ToListAsync(CancellationToken.None);
            return people.SelectMany(p => new[] { p.Name, p.Reading, p.Company, p.Number });
        }

        private async Task<List<string>> FirstWords(List<Id<Case>> of)
        {
            var some = of.Take(MostTexts).ToList();
            var told = await db.Entries.AsNoTracking().Where(e => some.Contains(e.CaseId) && (e.Kind == "callTaken" || (e.Kind == "message" && e.Role == Role.Customer))).ToListAsync(CancellationToken.None);
            return [.. told.GroupBy(e => e.CaseId).Select(g => g.MinBy(e => e.Number)!.What switch { MessageSaid said => said.Text, CallTaken call => call.Text, _ => "" }).Where(t => t.Length > 0)]; // a group has one
        }
    }

    private static IncidentProposal Made(Jump jump, DateTimeOffset now)
    {
        var first = jump.Cases[0].Mark;
        return new()
        {
            Id = Id<IncidentProposal>.New(), Kind = jump.Key.Kind, Key = jump.Key.Text, Product = jump.Product, IsNarrowed = jump.IsNarrowed,
            Problem = jump.Cases.Select(c => c.Problem).Distinct().Count() == 1 ? first.Problem : null,
            ErrorText = jump.Key.Kind is JumpKind.Exact or JumpKind.ErrorText ? jump.Key.Text : null,
            Since = jump.Since, LastAt = jump.Cases[^1].At, FoundAt = now, WindowMinutes = jump.Window, Striking = jump.Seen, Expected = jump.Expected, Odds = jump.Odds, Seen = jump.Cases.Count, People = People.Among(jump.Cases),
        };
    }
}
