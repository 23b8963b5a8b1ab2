using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Warming;

public static class TemperatureMapping
{
    extension(Db db)
    {
        public async Task<Warmth> TemperatureOf(Id<Voice> voice, DateTimeOffset now, CancellationToken ct) => (await db.HeatOf(voice, now, ct)).Warmth;

        /// <summary>One row a day at most comes back, however many cases are behind it.</summary>
        public async Task<Heat> HeatOf(Id<Voice> voice, DateTimeOffset now, CancellationToken ct) => (await db.Heats(voice, now, ct)).GetValueOrDefault(voice) ?? Heat.None;

        /// <summary>Every voice that somebody is behind.</summary>
        public Task<IReadOnlyDictionary<Id<Voice>, Heat>> Heats(DateTimeOffset now, CancellationToken ct) => db.Heats(null, now, ct);

        /// <summary>Case by case, for a look back; two records of one customer are one customer.</summary>
        public async Task<IReadOnlyDictionary<Id<Voice>, List<Said>>> AllSaid(CancellationToken ct) =>
            (await db.Sayings(db.VoiceCases.AsNoTracking()).Select(s => new { Voice = s.One.VoiceId, s.Customer, s.One.SaidAt, s.One.Intensity }).ToListAsync(ct))
                .GroupBy(s => s.Voice).ToDictionary(g => g.Key, g => g.Select(s => new Said(s.Customer.Value, s.SaidAt, s.Intensity)).ToList());

        /// <summary>What each of these cases adds is reckoned anew, with all else that their customers say about it.</summary>
        internal async Task Weigh(Id<Voice> voice, IReadOnlyCollection<Id<Case>> ids)
        {
            var heads = await db.Cases.Where(c => ids.Contains(c.Id)).Join(db.Customers, c => c.CustomerId, c => c.Id, (_, c) => c.MergedInto ?? c.Id).Distinct().ToListAsync(CancellationToken.None);
            await db.Weigh(from customer in db.Customers
                           where heads.Contains(customer.Id) || (customer.MergedInto != null && heads.Contains(customer.MergedInto.Value))
                           join theCase in db.Cases on customer.Id equals theCase.CustomerId
                           join one in db.VoiceCases.AsTracking() on theCase.Id equals one.CaseId
                           where one.VoiceId == voice
                           select new Saying { One = one, Customer = customer.MergedInto ?? customer.Id });
        }

        /// <summary>The same for whoever says it in several cases, or did: a case less or more changes what the others of that customer add.</summary>
        /// <param name="voice">All voices, when left out.</param>
        internal async Task WeighRepeated(Id<Voice>? voice)
        {
            var all = db.Sayings(db.VoiceCases.Where(c => voice == null || c.VoiceId == voice));
            var repeated = all.GroupBy(s => new { s.One.VoiceId, s.Customer }).Where(g => g.Count() > 1 || g.Max(s => s.One.Turn) > 0).Select(g => g.Key);
            await db.Weigh(from one in db.Sayings(db.VoiceCases.AsTracking()) join key in repeated on new { one.One.VoiceId, one.Customer } equals new { key.VoiceId, key.Customer } select one);
        }

        private async Task Weigh(IQueryable<Saying> sayings)
        {
            foreach (var own in (await sayings.ToListAsync(CancellationToken.None)).GroupBy(s => (s.One.VoiceId, s.Customer)))
            {
                var cases = own.Select(s => s.One).OrderBy(c => c.SaidAt).ThenBy(c => c.CaseId.Value).ToList();
                foreach (var (one, adds) in cases.Zip(Temperature.Added(cases.ConvertAll(c => new Said(own.Key.Customer.Value, c.SaidAt, c.Intensity)))))
                    (one.Turn, one.Slow, one.Fast, one.Loud) = (adds.Turn, adds.Slow, adds.Fast, adds.Loud);
            }

            await db.SaveChangesAsync(CancellationToken.None);
        }

        private IQueryable<Saying> Sayings(IQueryable<VoiceCase> cases) =>
            from said in cases
            join theCase in db.Cases on said.CaseId equals theCase.Id
            join customer in db.Customers on theCase.CustomerId equals customer.Id
            select new Saying { One = said, Customer = customer.MergedInto ?? customer.Id };

        // Added up where it lies: an index holds all of it.
        private async Task<IReadOnlyDictionary<Id<Voice>, Heat>> Heats(Id<Voice>? only, DateTimeOffset now, CancellationToken ct)
        {
            var (days, least, last, lie) = db.IsPostgres
                ? ("greatest(0, extract(epoch from ({0} - \"SaidAt\"))::double precision / 86400)", "least", "(extract(epoch from max(\"SaidAt\")) * 1000000)::bigint", "::int")
                : ("max(0, ({0} - \"SaidAt\") / 86400000000.0)", "min", "max(\"SaidAt\")", "");
#pragma warning disable EF1002 // made of what stands here alone
            var rows = await db.Database.SqlQueryRaw<Row>($"""
                select "VoiceId" as "Voice", {least}({Heat.Oldest}, cast(floor(days) as integer)) as "Age", count(*){lie} as "Cases", sum(case when "Turn" = 0 then 1 else 0 end){lie} as "Customers", count("Again"){lie} as "Again",
                    sum("Slow" * power(2.0, -days / {Temperature.HalfLifeDays})) as "Slow", sum("Fast" * power(2.0, -days / {Temperature.SurgeDays})) as "Fast", sum(power(0.25, "Turn")) as "Calm", sum("Loud") as "Loud", {last} as "Last"
                from (select *, {days} as days from voice_cases {(only is null ? "" : "where \"VoiceId\" = {1}")}) said group by 1, 2
                """, [db.IsPostgres ? now : Moment.ToUnixMicroseconds(now), .. only is { } id ? new object[] { id.Value } : []]).ToListAsync(ct);
#pragma warning restore EF1002
            return rows.GroupBy(r => r.Voice).ToDictionary(g => new Id<Voice>(g.Key), g => new Heat([.. g.Select(r => new HeatDay(r.Age, r.Cases, r.Customers, r.Again, r.Slow, r.Fast, r.Calm, r.Loud, Moment.FromUnixMicroseconds(r.Last)))]));
        }
    }

    private sealed record Saying
    {
        public required VoiceCase One { get; init; }
        public required Id<Customer> Customer { get; init; }
    }

    private sealed record Row(Guid Voice, int Age, int Cases, int Customers, int Again, double Slow, double Fast, double Calm, double Loud, long Last);
}
