using Madoguchi.Cases;
using Madoguchi.Reports.Counting;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Madoguchi.Bench;

/// <summary>The page of figures, and single reports, over the rows of 100,000 cases of three months.</summary>
public static class Reports
{
    private const int Cases = 100_000;
    private const int Days = 90;
    private static readonly string[] Products = ["ルーター", "メモ", "お支払い", "動画アプリ"];

    public static async Task Print(On on, TimeSpan time)
    {
        await using var server = await Server.Start(on, Fill);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        foreach (var days in new[] { 30, 90 })
        {
            await Get($"page of figures, {Cases:N0} cases in {Days} days, {days} of them shown", server.Agent, $"/desk/reports?days={days}");
            await Get($"API: contacts by product, {days} days", server.App.Client(AppProcess.BootstrapKey), $"/api/v1/reports/contacts?by=product&from={today.AddDays(1 - days):yyyy-MM-dd}&to={today:yyyy-MM-dd}");
            await Get($"API: answer times, exact quantiles, {days} days", server.App.Client(AppProcess.BootstrapKey), $"/api/v1/reports/answer-times?from={today.AddDays(1 - days):yyyy-MM-dd}&to={today:yyyy-MM-dd}");
        }

        var lastMonth = today.AddMonths(-1);
        await Get($"API: the month on one page, reckoned anew beside the month before ({Cases * 30 / Days:N0} cases each)", server.App.Client(AppProcess.BootstrapKey), $"/api/v1/reports/monthly?month={lastMonth:yyyy-MM}");
        var before = server.Worked;
        for (var i = 0; i < 50; i++)
            await server.Agent.GetByteArrayAsync(new Uri("/desk/reports", UriKind.Relative));
        Report.Row("page of figures, 30 days: processor time a page", $"{(server.Worked - before).TotalMilliseconds / 50:N1} ms");

        async Task Get(string what, HttpClient http, string path) =>
            Report.Row($"{what}, 1 conn.", await Load.Run(1, time, async _ =>
            {
                using var page = await http.GetAsync(path);
                page.EnsureSuccessStatusCode();
                await page.Content.ReadAsByteArrayAsync();
            }));
    }

    // The rows as the follower would have written them; how it reckons is what the tests compare.
    private static async Task Fill(Database database)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddStorage(new Engine(database.ConnectionString, database.Folder));
        services.AddSingleton(TimeProvider.System);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<Opening>().Open(CancellationToken.None);
        var writes = provider.GetRequiredService<Writes>();
        if (writes is IHostedService lane)
            await lane.StartAsync(CancellationToken.None);
        var (chance, begin) = (new Random(1), DateTimeOffset.UtcNow.AddDays(-Days).ToUnixTimeSeconds());
        foreach (var chunk in Enumerable.Range(0, Cases).Chunk(2_000))
        {
            await writes.Write(async db =>
            {
                foreach (var i in chunk)
                    db.AddRange(Rows(chance, begin + (long)(i / (double)Cases * Days * 86_400)));
                await db.SaveChangesAsync(CancellationToken.None);
            }, CancellationToken.None);
        }

        if (writes is IHostedService end)
            await end.StopAsync(CancellationToken.None);
    }

    private static IEnumerable<Counted> Rows(Random chance, long second)
    {
        var (id, agent, answered) = (Id<Case>.New(), Guid.CreateVersion7(), chance.Next(30, 100_000));
        yield return new CountedContact
        {
            CaseId = id, Entry = 1, Second = second, Desk = "account", Channel = CountedContact.Web, Product = Products[chance.Next(4)], Problem = null,
            ErrorText = chance.Next(3) == 0 ? $"error {chance.Next(400)}" : null, FirstAnswer = answered, Solution = chance.Next(5) > 0 ? answered + chance.Next(100_000) : null,
        };
        for (var n = 0; n < 3; n++)
            yield return new CountedAct { CaseId = id, Entry = 2 + n, Nth = 0, Second = second + (600 * n), Kind = n == 0 ? ActKind.FirstAnswer : n == 1 ? ActKind.Answer : ActKind.Solved, Desk = "account", AgentId = agent };
        if (chance.Next(10) == 0)
            yield return new CountedHandover { CaseId = id, Entry = 6, Second = second, From = "account", To = "technical", Outcome = (Outcome)chance.Next(5), CameBack = chance.Next(20) == 0 };
        if (chance.Next(30) == 0)
            yield return new CountedBreak { CaseId = id, Entry = 7, Second = second, Desk = "account", How = "silence", FollowedUp = true, Ending = (Ending)chance.Next(5), Solved = false };
    }
}
