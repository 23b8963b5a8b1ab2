using System.Collections.Concurrent;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Durability;

/// <summary>PostgreSQL pulled away under load and started again: the app says so, goes on by itself, and has lost nothing.</summary>
[Trait("needs", "app")]
public sealed class DatabaseRestartTests
{
    private static readonly string[] Languages = ["ja"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_restarted_hard_under_load_is_told_as_503_and_loses_nothing()
    {
        using var server = await PostgresServer.Start(durable: true);
        await using var folder = await Database.New(On.Sqlite);
        await using var app = await AppProcess.Start(folder, new Dictionary<string, string> { ["Madoguchi:Database"] = server.ConnectionString });
        using var admin = app.Client(AppProcess.BootstrapKey);
        (await admin.Post("/api/v1/desks", new { slug = "account", name = "アカウント窓口", languages = Languages })).Was(201);
        using var anonymous = app.Client();
        var contact = (await anonymous.Post("/api/v1/contacts", new { text = "つながりますか" })).Was(201);
        var path = $"/api/v1/cases/{contact["caseId"]}";
        using var customer = app.Client(contact["token"]);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var watching = Enumerable.Range(0, 4).Select(_ => Watch(customer, path, leaving.Token)).ToList();

        var (wrong, sent) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        var (refused, done) = (0, false);
        var load = Enumerable.Range(0, 6).Select(async who =>
        {
            for (var n = 0; !Volatile.Read(ref done); n++)
            {
                var text = $"{who}-{n}";
                if (await Try(() => customer.Post(path + "/messages", new { text }, text)) == 201)
                    sent.Add(text);
                await Try(() => admin.Get(path));
                await Try(() => anonymous.Get("/contact"));
            }
        }).ToList();
        for (var round = 0; round < 3; round++)
        {
            var before = sent.Count;
            await Until(() => sent.Count > before + 20);
            server.Kill();
            var down = refused;
            await Until(() => Volatile.Read(ref refused) > down + 20);
            await server.Begin();
        }

        var again = sent.Count;
        await Until(() => sent.Count > again + 20);
        Volatile.Write(ref done, true);
        await Task.WhenAll(load);

        Assert.Empty(wrong.Distinct());
        var there = await Texts(customer, path);
        Assert.Empty(sent.Except(there));
        Assert.Equal(there.Count, there.Distinct().Count());
        await leaving.CancelAsync();
        await Task.WhenAll(watching);

        async Task<int> Try(Func<Task<Answer>> act)
        {
            try
            {
                var answer = await act();
                if ((int)answer.Status == 503 && answer.Headers.RetryAfter is not null)
                    Interlocked.Increment(ref refused);
                else if ((int)answer.Status is not (200 or 201))
                    wrong.Add($"{(int)answer.Status} {answer.Text[..Math.Min(300, answer.Text.Length)]}");
                return (int)answer.Status;
            }
            catch (HttpRequestException gone)
            {
                wrong.Add(gone.Message);
                return 0;
            }
        }

        Task Until(Func<bool> isSo) => Patience(isSo, () => $"{string.Join('\n', wrong.Distinct().Take(5))}\n{app.Log}");
    }

    private static async Task Patience(Func<bool> isSo, Func<string> said)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (!isSo())
        {
            if (clock.Elapsed > TimeSpan.FromSeconds(90))
                throw new TimeoutException(said());
            await Task.Delay(20, Ct);
        }
    }

    private static async Task<List<string>> Texts(HttpClient customer, string path)
    {
        var texts = new List<string>();
        for (var after = "0"; after is not null;)
        {
            var page = (await customer.Get($"{path}/timeline?after={after}")).Was(200).Json;
            texts.AddRange(page.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("body").GetProperty("text").ToString()));
            after = page.TryGetProperty("next", out var next) ? next.ToString() : null;
        }

        return texts;
    }

    // A stream that breaks off is opened again, as a browser does.
    private static async Task Watch(HttpClient customer, string path, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await foreach (var _ in customer.Follow(path + "/stream", ct: ct))
                {
                }
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
            {
                // again
            }
        }
    }
}
