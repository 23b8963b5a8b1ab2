using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Warming;

/// <param name="Degrees">0 to 100.</param>
/// <param name="Trend">Degrees more or less than seven days ago.</param>
/// <param name="LastAt">When it was said last.</param>
public sealed record Warmth(int Cases, int Customers, double Degrees, double Trend, DateTimeOffset? LastAt)
{
    public static readonly Warmth None = new(0, 0, 0, 0, null);

    public static Warmth Of(IReadOnlyCollection<Said> said, DateTimeOffset now) => said.Count == 0 ? None
        : new(said.Count, said.Select(s => s.Customer).Distinct().Count(), Temperature.Of(said, now), Temperature.Trend(said, now), said.Max(s => s.At));
}

public static class TemperatureMapping
{
    extension(Db db)
    {
        public async Task<Warmth> TemperatureOf(Id<Voice> voice, DateTimeOffset now, CancellationToken ct) => Warmth.Of(await db.SaidOf(voice, ct), now);

        /// <summary>Every voice that somebody is behind.</summary>
        public async Task<IReadOnlyDictionary<Id<Voice>, Warmth>> Temperatures(DateTimeOffset now, CancellationToken ct) =>
            (await db.AllSaid(ct)).ToDictionary(g => g.Key, g => Warmth.Of(g.Value, now));

        public async Task<IReadOnlyDictionary<Id<Voice>, List<Said>>> AllSaid(CancellationToken ct) =>
            (await db.Sayings(db.VoiceCases).ToListAsync(ct)).GroupBy(s => s.Voice).ToDictionary(g => g.Key, g => g.Select(s => s.Said).ToList());

        public async Task<List<Said>> SaidOf(Id<Voice> voice, CancellationToken ct) => [.. (await db.Sayings(db.VoiceCases.Where(c => c.VoiceId == voice)).ToListAsync(ct)).Select(s => s.Said)];

        // Two records of one customer are one customer.
        private IQueryable<Saying> Sayings(IQueryable<VoiceCase> cases) =>
            from said in cases.AsNoTracking()
            join theCase in db.Cases on said.CaseId equals theCase.Id
            join customer in db.Customers on theCase.CustomerId equals customer.Id
            select new Saying(said.VoiceId, customer.MergedInto ?? customer.Id, said.SaidAt, said.Intensity);
    }

    private sealed record Saying(Id<Voice> Voice, Id<Customer> Customer, DateTimeOffset At, double Intensity)
    {
        public Said Said => new(Customer.Value, At, Intensity);
    }
}
