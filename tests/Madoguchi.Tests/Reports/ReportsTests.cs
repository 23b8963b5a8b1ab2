using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Reports.Counting;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Reports;

/// <summary>Each report against a plain count over the raw record of weeks made up by chance.</summary>
public abstract class ReportsTests(App app)
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
    private static readonly string[] Measures = ["offered", "accepted", "returned", "withdrawn", "waiting", "takenOver", "cameBack"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reports_are_right_to_the_row_in_whatever_order_entries_are_learned()
    {
        var cast = await app.Cast();
        var begin = app.Clock.Now;
        var history = new History(app, cast, seed: 20261122);
        await history.Play(cases: 90, days: 40);
        await Patience.Until(Fresh, fresh => fresh == 0);
        var all = await Read(history);
        Assert.True(all.Sum(c => c.Handovers.Count) > 30 && all.Any(c => c.Handovers.Exists(h => h.CameBack)) && all.Any(c => c.Solved is not null), "a history with nothing in it proves nothing");

        await Compare(all, begin, cast);
        await ForgetAndLearnShuffled();
        await Compare(all, begin, cast);
    }

    private async Task Compare(IReadOnlyList<Naive> all, DateTimeOffset begin, Cast cast)
    {
        var (from, to) = (Day(begin).AddDays(3), Day(begin).AddDays(33));
        var told = all.Where(c => Day(c.At) >= from && Day(c.At) <= to).ToList();
        foreach (var (by, of) in new (string, Func<Naive, string?>)[] { ("desk", c => c.ToldAt), ("product", c => c.Product), ("errorText", c => c.Error), ("channel", _ => "web") })
        {
            var expected = told.GroupBy(c => (Day(c.At), of(c))).Select(g => $"{g.Key.Item1:yyyy-MM-dd} {g.Key.Item2} {g.Count()}").Order(StringComparer.Ordinal);
            var report = await Report(cast.Sora, $"contacts?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}&by={by}");
            Assert.Equal(expected, Rows(report, "day", by, "contacts").Order(StringComparer.Ordinal));
            Assert.Equal(told.Count, report.GetProperty("sums").GetProperty("contacts").GetInt32());
        }

        var passed = all.SelectMany(c => c.Handovers).Where(h => Day(h.At) >= from && Day(h.At) <= to).ToList();
        var routes = passed.GroupBy(h => (h.From, h.To)).Select(g => $"{g.Key.From} {g.Key.To} {Measured([.. g])}").Order(StringComparer.Ordinal);
        Assert.Equal(routes, Rows(await Report(cast.Sora, $"handovers?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}"), ["from", "to", .. Measures]).Order(StringComparer.Ordinal));
        var kens = passed.Where(h => Cast.Technical == h.From || Cast.Technical == h.To).ToList();
        var sums = (await Report(cast.Ken, $"handovers?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}")).GetProperty("sums");
        Assert.Equal(Measured(kens), string.Join(' ', Measures.Select(m => sums.GetProperty(m))));
        var hanas = await Report(cast.Hana, $"contacts?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}&by=day");
        Assert.Equal(told.Count(c => c.ToldAt == Cast.Account), hanas.GetProperty("sums").GetProperty("contacts").GetInt32());
    }

    private static string Measured(List<Naive.Passed> of) => string.Join(' ', Measures.Select(m => m switch
    {
        "offered" => of.Count(h => h.Outcome != "takenOver"),
        "cameBack" => of.Count(h => h.CameBack),
        _ => of.Count(h => h.Outcome == m),
    }));

    private static IEnumerable<string> Rows(JsonElement report, params string[] columns) =>
        report.GetProperty("rows").EnumerateArray().Select(r => string.Join(' ', columns.Select(c => r.GetProperty(c).ToString())));

    private async Task<JsonElement> Report(Player who, string what) => (await app.As(who).Get("/api/v1/reports/" + what)).Was(200).Json;

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Tokyo).DateTime);

    private async Task<List<Naive>> Read(History history)
    {
        await using var db = await Db();
        var entries = (await db.Entries.AsNoTracking().OrderBy(e => e.Number).ToListAsync(Ct)).ToLookup(e => e.CaseId);
        return [.. (await db.Cases.AsNoTracking().ToListAsync(Ct)).Select(c => new Naive(c.Id.ToString(), history.ToldAt[c.Id.ToString()], c.Product, [.. entries[c.Id]]))];
    }

    // As if nothing had been counted; then every entry comes twice, in no order, in batches of any size.
    private async Task ForgetAndLearnShuffled()
    {
        List<Entry> entries;
        await using (var db = await Db())
            entries = await db.Entries.AsNoTracking().ToListAsync(Ct);
        var chance = new Random(7);
        Entry[] shuffled = [.. entries, .. entries];
        chance.Shuffle(shuffled);
        var (writes, counting) = (app.Services.GetRequiredService<Writes>(), new CountingFollower());
        await writes.Write(async db =>
        {
            await db.CountedContacts.ExecuteDeleteAsync(CancellationToken.None);
            await db.CountedHandovers.ExecuteDeleteAsync(CancellationToken.None);
        }, Ct);
        for (var rest = shuffled.AsMemory(); rest.Length > 0;)
        {
            var some = rest[..Math.Min(rest.Length, chance.Next(1, 60))];
            rest = rest[some.Length..];
            await writes.Write(db => counting.Do(db, some.ToArray(), app.Clock.Now), Ct);
        }
    }

    private async Task<int> Fresh()
    {
        await using var db = await Db();
        return await db.Set<FreshEntry>().CountAsync(Ct);
    }

    private Task<Db> Db() => app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(Ct);

    public sealed class OnSqlite(SqliteApp app) : ReportsTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ReportsTests(app), IClassFixture<PostgresApp>;
}
