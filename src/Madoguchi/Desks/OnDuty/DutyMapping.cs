using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Desks.OnDuty;

public sealed record OnDutyAgent(Id<Agent> AgentId, string ShownName, IReadOnlyList<string> Languages, DutyState State, Capacity Capacity);

public static class DutyMapping
{
    extension(Db db)
    {
        public DbSet<Duty> Duties => db.Set<Duty>();

        public DbSet<DutyStep> DutySteps => db.Set<DutyStep>();

        /// <summary>Who is there at a desk, busy or on a break included; whoever has no seat there is not counted, be they supervisor.</summary>
        public async Task<IReadOnlyList<OnDutyAgent>> OnDuty(Id<Desk> desk, DateTimeOffset now, CancellationToken ct)
        {
            var seated = await db.Agents.AsNoTracking().Where(a => a.LeftAt == null && a.Seats.Any(s => s.DeskId == desk))
                .Join(db.Duties.AsNoTracking(), a => a.Id, d => d.AgentId, (a, duty) => new { a.Id, a.ShownName, a.Languages, Duty = duty }).ToListAsync(ct);
            return [.. seated.Select(s => new OnDutyAgent(s.Id, s.ShownName, s.Languages, s.Duty.At(now), new(s.Duty.Chat, s.Duty.Call))).Where(a => a.State is not DutyState.Offline).OrderBy(a => a.AgentId.Value)];
        }

        public async Task<Duty?> DutyOf(Id<Agent> agent, CancellationToken ct) => await db.Duties.AsNoTracking().SingleOrDefaultAsync(d => d.AgentId == agent, ct);

        /// <summary>What the agent chose last.</summary>
        public async Task<DutyState> ChosenDuty(Id<Agent> agent, CancellationToken ct) => (await db.DutyOf(agent, ct))?.State ?? DutyState.Available;

        public async Task<Duty> ChooseDuty(CurrentAgent agent, DutyState state, int? chat, int? call, bool onPage, DateTimeOffset now)
        {
            var duty = await db.DutyToChange(agent.Id, now);
            duty.Choose(state, chat, call, onPage, now);
            await db.Remember(duty, now);
            db.RingDesks(agent);
            await db.SaveChangesAsync(CancellationToken.None);
            return duty;
        }

        /// <summary>How much at once; where the agent is stays.</summary>
        public async Task Carry(CurrentAgent agent, Capacity most, DateTimeOffset now)
        {
            (await db.DutyToChange(agent.Id, now)).Carry(most);
            db.RingDesks(agent);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        /// <summary>The workspace is open. The desks hear of it when the agent was away.</summary>
        public async Task SeeOnDuty(CurrentAgent agent, DateTimeOffset now)
        {
            var duty = await db.DutyToChange(agent.Id, now);
            var before = duty.At(now);
            if (!duty.See(now))
                return;
            if (duty.At(now) != before)
            {
                await db.Remember(duty, now);
                db.RingDesks(agent);
            }

            await db.SaveChangesAsync(CancellationToken.None);
        }

        // What they choose again changes nothing.
        private async Task Remember(Duty duty, DateTimeOffset now)
        {
            var agent = duty.AgentId;
            if (duty.Since == now && !await db.DutySteps.AnyAsync(s => s.AgentId == agent && s.At == now, CancellationToken.None))
                db.Add(new DutyStep { AgentId = agent, At = now, State = duty.State });
        }

        private async Task<Duty> DutyToChange(Id<Agent> agent, DateTimeOffset now)
        {
            if (await db.Duties.AsTracking().SingleOrDefaultAsync(d => d.AgentId == agent, CancellationToken.None) is { } known)
                return known;
            return db.Duties.Add(Duty.New(agent, now)).Entity;
        }

        private void RingDesks(CurrentAgent agent)
        {
            db.RingAfterCommit(Topic.Of(agent.Id)); // the agent's other pages
            foreach (var desk in agent.Desks)
                db.RingAfterCommit(Topic.Of(desk));
        }
    }

    private sealed class StepMapping : IEntityTypeConfiguration<DutyStep>
    {
        public void Configure(EntityTypeBuilder<DutyStep> builder) => builder.ToTable("duty_steps").HasKey(s => new { s.AgentId, s.At });
    }

    private sealed class Mapping : IEntityTypeConfiguration<Duty>
    {
        public void Configure(EntityTypeBuilder<Duty> builder)
        {
            builder.ToTable("duties").HasKey(d => d.AgentId);
            builder.Property(d => d.AgentId).ValueGeneratedNever();
        }
    }
}
