using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Line;
using Madoguchi.Line.Spreading;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Care.Straining;

public static class StrainMapping
{
    // Who had to be folded for, or was angry with a reason, within a season: the next case is taken with care.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    extension(Db db)
    {
        public DbSet<WorkMark> WorkMarks => db.Set<WorkMark>();

        public DbSet<BreakAdvice> BreakAdvices => db.Set<BreakAdvice>();

        public async Task<WorkDay> WorkDay(Id<Agent> agent, HouseZone zone, DateTimeOffset now, CancellationToken ct) =>
            await db.WorkIn(agent, Strain.DayOf(now, zone.Zone), now, ct);

        public async Task<WorkDay> WorkIn(Id<Agent> agent, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
        {
            var marks = await db.WorkMarks.AsNoTracking().Where(m => m.AgentId == agent && m.At >= from && m.At <= until).OrderBy(m => m.At).ToListAsync(ct);
            var (me, done) = ((Id<Agent>?)agent, Ticket.ActiveStates);
            var talks = await db.Tickets.AsNoTracking().Where(t => t.AgentId == me && t.CalledAt >= from && t.CalledAt <= until && (t.State == TicketState.Called || t.State == TicketState.Serving || t.State == TicketState.Served))
                .Select(t => new { From = t.CalledAt!.Value, t.EndedAt }).ToListAsync(ct); // asked for: it was called
            var steps = await db.DutySteps.AsNoTracking().Where(s => s.AgentId == agent && s.At >= from.AddDays(-1) && s.At <= until).OrderBy(s => s.At).ToListAsync(ct);
            var folded = await db.HardCases(agent, from, ct);
            var angry = await db.CareMarks.AsNoTracking().Where(m => m.AgentId == me && m.At >= from && m.At <= until && m.Verdict == CareVerdict.Heard).Select(m => new { m.CaseId, m.At }).ToListAsync(ct);
            return new(from, until, [.. marks.Where(m => m.Did).Select(m => new Act(m.At, m.CaseId))], [.. talks.Select(t => new Span(t.From, t.EndedAt is { } end && end < until ? end : until))], [.. Breaks(steps, from, until)],
                [
                    .. marks.Where(m => m.Hard is not null).Select(m => new Hard(m.At, m.CaseId, m.Hard!.Value)), // filtered: not null
                    .. folded.Where(h => h.At <= until).Select(h => new Hard(h.At, h.CaseId, HardKind.Abuse)), .. angry.Select(a => new Hard(a.At, a.CaseId, HardKind.Anger)),
                ]);
        }

        /// <summary>The break that is suggested to this agent just now.</summary>
        public Task<BreakAdvice?> AdviceFor(Id<Agent> agent, CancellationToken ct) => db.BreakAdvices.AsNoTracking().SingleOrDefaultAsync(a => a.AgentId == agent && a.Answer == null, ct);

        /// <summary>Taken, it is a break from now on; later, it comes again.</summary>
        public async Task<Result<AdviceAnswered, AdviceRefusal>> AnswerAdvice(CurrentAgent agent, AdviceAnswer answer, bool onPage, DateTimeOffset now)
        {
            if (await db.BreakAdvices.AsTracking().SingleOrDefaultAsync(a => a.AgentId == agent.Id, CancellationToken.None) is not { } advice || !advice.Reply(answer, now))
                return AdviceRefusal.NothingSuggested;
            if (answer is AdviceAnswer.Taken)
                await db.ChooseDuty(agent, DutyState.Break, null, null, onPage, now);
            db.RingAfterCommit(Topic.Of(agent.Id));
            await db.SaveChangesAsync(CancellationToken.None);
            return new AdviceAnswered(answer, answer is AdviceAnswer.Later ? now + BreakAdvice.Later : null);
        }

        /// <summary>Those in line whose customers were hard to serve, so that they are not all for the same agent.</summary>
        internal async Task WeighTickets(DateTimeOffset now)
        {
            var (states, since, cases, known, marks) = (Ticket.ActiveStates, now - Remembered, db.Cases.AsNoTracking(), db.HeavyCases.AsNoTracking(), db.CareMarks.AsNoTracking());
            var heavy = await db.Tickets.Where(t => states.Contains(t.State)).Join(cases, t => t.CaseId, c => c.Id, (_, c) => c)
                .Where(c => !known.Any(h => h.CaseId == c.Id) && marks.Any(m => m.At >= since && m.Verdict != CareVerdict.Open && cases.Any(o => o.Id == m.CaseId && o.CustomerId == c.CustomerId)))
                .Select(c => c.Id).Distinct().ToListAsync(CancellationToken.None);
            db.AddRange(heavy.Select(id => new HeavyCase { CaseId = id, At = now }));
        }
    }

    // Each step holds until the next one.
    private static IEnumerable<Span> Breaks(List<DutyStep> steps, DateTimeOffset from, DateTimeOffset until)
    {
        foreach (var (step, i) in steps.Select((s, i) => (s, i)).Where(s => s.s.State is DutyState.Break))
        {
            var span = new Span(step.At < from ? from : step.At, i + 1 < steps.Count ? steps[i + 1].At : until);
            if (span.To > span.From)
                yield return span;
        }
    }

    private sealed class MarkMapping : IEntityTypeConfiguration<WorkMark>
    {
        public void Configure(EntityTypeBuilder<WorkMark> builder)
        {
            builder.ToTable("work_marks").HasKey(m => new { m.CaseId, m.Entry });
            builder.HasIndex(m => new { m.AgentId, m.At });
            builder.HasIndex(m => m.At);
        }
    }

    private sealed class AdviceMapping : IEntityTypeConfiguration<BreakAdvice>
    {
        public void Configure(EntityTypeBuilder<BreakAdvice> builder)
        {
            builder.ToTable("break_advices").HasKey(a => a.AgentId);
            builder.Property(a => a.AgentId).ValueGeneratedNever();
            builder.Ignore(a => a.IsOpen);
        }
    }
}
