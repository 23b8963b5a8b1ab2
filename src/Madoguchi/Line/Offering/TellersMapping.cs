using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Line.Spreading;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Line.Offering;

public static class TellersMapping
{
    private static readonly TimeSpan Lately = TimeSpan.FromHours(12);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    extension(Db db)
    {
        /// <summary>Who is on duty at a desk, and what each is busy with at all of their desks.</summary>
        /// <param name="products">Of those who wait: who has solved cases about them knows them.</param>
        public async Task<IReadOnlyList<Teller>> Tellers(Id<Desk> desk, IReadOnlyCollection<string> products, DateTimeOffset now, CancellationToken ct)
        {
            var onDuty = await db.OnDuty(desk, now, ct);
            if (onDuty.Count == 0)
                return [];
            var people = onDuty.Select(a => a.AgentId).ToList();
            // For colleagues only: the real names.
            var names = await db.Agents.AsNoTracking().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
            var (ids, since) = (onDuty.Select(a => (Id<Agent>?)a.AgentId).ToList(), now - Lately);
            var work = (await db.Tickets.AsNoTracking().Where(t => ids.Contains(t.AgentId) && (t.State == TicketState.Called || t.State == TicketState.Serving || t.EndedAt > since))
                .Select(t => new { t.AgentId, t.State, t.Through, At = t.EndedAt ?? t.CalledAt }).ToListAsync(ct)).ToLookup(t => t.AgentId);
            var asked = (await db.Tickets.AsNoTracking().Where(t => ids.Contains(t.OfferedTo) && t.OfferedUntil > now && (t.State == TicketState.Waiting || t.State == TicketState.Held)).Select(t => t.OfferedTo).ToListAsync(ct)).ToHashSet();
            var solved = await db.SolvedBy(ids, products, now - Remembered, ct);
            var steps = await db.Steps(people, now, ct);
            return [.. onDuty.Select(a => new Teller(
                a.AgentId, names.GetValueOrDefault(a.AgentId, a.ShownName), a.Languages, a.State, a.Capacity, Now(a.AgentId, Through.Chat), Now(a.AgentId, Through.Call), work[a.AgentId].Max(t => t.At), asked.Contains(a.AgentId), [.. solved[a.AgentId]]) { Strain = steps.GetValueOrDefault(a.AgentId) })];

            int Now(Id<Agent> agent, Through by) => work[agent].Count(t => t.Through == by && t.State is TicketState.Called or TicketState.Serving);
        }

        private async Task<ILookup<Id<Agent>?, string>> SolvedBy(List<Id<Agent>?> agents, IReadOnlyCollection<string> products, DateTimeOffset since, CancellationToken ct) =>
            products.Count == 0 ? Array.Empty<(Id<Agent>? Agent, string Product)>().ToLookup(s => s.Agent, s => s.Product)
            : (await db.Cases.AsNoTracking().Where(c => agents.Contains(c.AgentId) && c.Status == Status.Solved && c.ActiveAt > since && c.Product != null && products.Contains(c.Product))
                .Select(c => new { c.AgentId, c.Product }).Distinct().ToListAsync(ct)).ToLookup(s => s.AgentId, s => s.Product!); // filtered: not null
    }
}
