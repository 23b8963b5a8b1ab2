using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Anonymizing;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Learning.Practising;

public enum PracticeRefusal { Unknown, NotSolved, ForSupervisors, Nothing }

public static class PractisingMapping
{
    private const int Short = 30;
    private const int Offered = 6;
    private const int Content = 4;

    extension(Db db)
    {
        public DbSet<PracticeCase> PracticeCases => db.Set<PracticeCase>();

        public DbSet<PracticeRun> PracticeRuns => db.Set<PracticeRun>();

        /// <summary>What there is to practise on: what was picked, and what a rule says would do.</summary>
        public async Task<PracticeList> Practice(CurrentAgent agent, CancellationToken ct)
        {
            var me = agent.Id;
            var picked = await db.PracticeCases.AsNoTracking().Where(p => p.RetiredAt == null).OrderByDescending(p => p.PickedAt).Take(100).ToListAsync(ct);
            var runs = (await db.PracticeRuns.AsNoTracking().Where(r => r.AgentId == me).OrderByDescending(r => r.StartedAt).Select(r => new { r.Id, r.PracticeId, r.EndedAt }).ToListAsync(ct)).DistinctBy(r => r.PracticeId).ToDictionary(r => r.PracticeId);
            var shown = await db.PracticeRuns.AsNoTracking().Where(r => r.MentorId == me).Join(db.PracticeCases, r => r.PracticeId, p => p.Id, (r, p) => new { r.Id, p.Title, r.AgentName, r.EndedAt, r.StartedAt }).OrderByDescending(r => r.StartedAt).Take(20).ToListAsync(ct);
            return new(
                [.. picked.Select(p => new PracticeLine(p.Id, p.Title, p.Language, p.Product, Replay.Answerable(p.Turns), p.PickedBy, runs.GetValueOrDefault(p.Id)?.Id, runs.GetValueOrDefault(p.Id)?.EndedAt is not null))],
                [.. (await db.PracticeOffers(agent, ct)).DistinctBy(o => o.Title)], [.. shown.Select(r => new ShownRun(r.Id, r.Title, r.AgentName, r.EndedAt is not null))]);
        }

        /// <summary>Takes a past case for practice: a supervisor any that is solved, everybody one that the rule offers. Picked again it is the same one.</summary>
        public async Task<Result<Id<PracticeCase>, PracticeRefusal>> PickForPractice(Id<Case> id, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.Cases.AsNoTracking().VisibleTo(agent, db).SingleOrDefaultAsync(c => c.Id == id, CancellationToken.None) is not { } theCase)
                return PracticeRefusal.Unknown;
            var before = await db.PracticeCases.AsTracking().SingleOrDefaultAsync(p => p.CaseId == id, CancellationToken.None);
            if (before is { RetiredAt: null })
                return before.Id;
            if (theCase.Status is not Status.Solved)
                return PracticeRefusal.NotSolved;
            if (!agent.SeesAll && !(await db.PracticeOffers(agent, CancellationToken.None)).Any(o => o.CaseId == id))
                return PracticeRefusal.ForSupervisors;

            var names = await db.NamesIn(theCase);
            var steps = Replay.Of(await db.Entries.AsNoTracking().Where(e => e.CaseId == id && !e.Internal).OrderBy(e => e.Number).ToListAsync(CancellationToken.None), names, Tongue.Of(theCase.Language));
            if (Replay.Answerable(steps) == 0)
                return PracticeRefusal.Nothing;
            var (by, frozen) = (agent.SeesAll ? agent.Name : null, JsonSerializer.Serialize(steps, Json.Options));
            if (before is null)
                db.PracticeCases.Add(before = new()
                {
                    Id = Id<PracticeCase>.New(), CaseId = id, Title = Anonymous.Of(theCase.Subject, names), Language = theCase.Language, Product = theCase.Product, Steps = frozen, PickedAt = now, PickedBy = by,
                });
            else
                (before.Steps, before.PickedBy, before.RetiredAt) = (frozen, by, null);
            await db.SaveChangesAsync(CancellationToken.None);
            return before.Id;
        }

        public async Task<Result<bool, PracticeRefusal>> RetirePractice(Id<PracticeCase> id, CurrentAgent agent, DateTimeOffset now) => !agent.SeesAll ? PracticeRefusal.ForSupervisors
            : await db.PracticeCases.Where(p => p.Id == id && p.RetiredAt == null).ExecuteUpdateAsync(p => p.SetProperty(x => x.RetiredAt, (DateTimeOffset?)now), CancellationToken.None) > 0 ? true : PracticeRefusal.Unknown;

        /// <summary>Everybody by whose name somebody in the case might be known.</summary>
        public async Task<IReadOnlyCollection<string?>> NamesIn(Case theCase)
        {
            var (id, customer) = (theCase.Id, theCase.CustomerId);
            string[] telling = ["name", "reading", "company", "account", "userId"];
            var who = await db.Customers.AsNoTracking().SingleAsync(c => c.Id == customer, CancellationToken.None);
            var facts = await db.Facts.Where(f => f.CustomerId == customer && telling.Contains(f.Key)).Select(f => f.Value).ToListAsync(CancellationToken.None);
            var shown = await db.Entries.Where(e => e.CaseId == id && e.ByName != null && e.Role == Role.Agent).Select(e => e.ByName).Distinct().ToListAsync(CancellationToken.None);
            var ids = await db.Entries.Where(e => e.CaseId == id && e.ById != null && e.Role == Role.Agent).Select(e => e.ById).Distinct().ToListAsync(CancellationToken.None);
            var agents = ids.OfType<Guid>().Select(a => new Id<Agent>(a)).ToList();
            var staff = await db.Agents.Where(a => agents.Contains(a.Id)).Select(a => a.Name).ToListAsync(CancellationToken.None);
            return [who.Name, who.Number, theCase.ClaimedNumber, .. facts, .. shown, .. staff];
        }

        // Solved, thanked, short, nothing shown that would be missing.
        private async Task<IReadOnlyList<PracticeOffer>> PracticeOffers(CurrentAgent agent, CancellationToken ct)
        {
            string[] pictures = ["attachment", "evidenceAdded"];
            var fit = await db.Cases.AsNoTracking().VisibleTo(agent, db).Where(c => c.Status == Status.Solved && c.LastEntry <= Short && !db.Set<PracticeCase>().Any(p => p.CaseId == c.Id)
                    && db.Set<Entry>().Any(e => e.CaseId == c.Id && e.Kind == "thanked" && e.Withdrawn == null) && !db.Set<Entry>().Any(e => e.CaseId == c.Id && pictures.Contains(e.Kind)))
                .OrderByDescending(c => c.ClosedAt).Take(5 * Offered).ToListAsync(ct);
            var (offers, ids) = (new List<PracticeOffer>(), fit.Select(c => c.Id).ToList());
            var thanks = (await db.Entries.AsNoTracking().Where(e => ids.Contains(e.CaseId) && e.Kind == "thanked" && e.Withdrawn == null).ToListAsync(ct)).Where(e => e.What is Thanked { Score: >= Content }).Select(e => e.CaseId).ToHashSet();
            foreach (var one in fit.Where(c => thanks.Contains(c.Id)).Take(Offered))
                offers.Add(new(one.Id, Anonymous.Of(one.Subject, await db.NamesIn(one)), one.Language, one.Product));
            return offers;
        }
    }

    private sealed class CaseMapping : IEntityTypeConfiguration<PracticeCase>
    {
        public void Configure(EntityTypeBuilder<PracticeCase> builder)
        {
            builder.ToTable("practice_cases").HasKey(p => p.Id);
            builder.Property(p => p.Id).ValueGeneratedNever();
            builder.HasOne<Case>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(p => p.CaseId).IsUnique();
            builder.Ignore(p => p.Turns);
        }
    }

    private sealed class RunMapping : IEntityTypeConfiguration<PracticeRun>
    {
        public void Configure(EntityTypeBuilder<PracticeRun> builder)
        {
            builder.ToTable("practice_runs").HasKey(r => r.Id);
            builder.Property(r => r.Id).ValueGeneratedNever();
            builder.HasOne<PracticeCase>().WithMany().HasForeignKey(r => r.PracticeId).OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(r => r.AgentId);
            builder.HasIndex(r => r.MentorId);
        }
    }
}
