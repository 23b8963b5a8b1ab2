using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Madoguchi.Campaigns;
using Madoguchi.Mail;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Durability;

/// <summary>A thousand people register five hundred codes at once, two for each, while the server is killed: one wins each code, whoever was told "complete" is on record, whoever lost was told so.</summary>
public abstract class KilledRegistrationsTests(On on)
{
    private const int AtOnce = 48;

    private static readonly int[] Two = [1, 2];

    [Fact]
    public async Task A_thousand_for_five_hundred_codes_and_exactly_one_wins_each_through_every_kill()
    {
        await using var database = await Database.New(on);
        await using var app = await AppProcess.Start(database);
        var (codes, letters) = (await Open(app), new Letters(database));
        List<(string Code, string Email)> people = [.. codes.SelectMany(code => Two.Select(nth => (code, $"{code.ToLowerInvariant()}.{nth}@example.jp"))).OrderBy(_ => Random.Shared.Next())];
        var begun = new ConcurrentDictionary<string, string>();
        var (told, lost) = (new ConcurrentDictionary<string, JsonElement>(), new ConcurrentDictionary<string, JsonElement>());

        await Together(people, Begin, () => begun.Count, kills: 1);
        await Together(people, Finish, () => told.Count + lost.Count, kills: 2);
        await app.Kill(); // what was told is in the database, and nowhere else

        Assert.Equal((codes.Count, codes.Count), (told.Count, lost.Count));
        Assert.All(lost.Values, no => Assert.EndsWith("code-used", no.GetProperty("type").GetString(), StringComparison.Ordinal));
        Assert.All(lost.Values, no => Assert.NotEqual(default, no.GetProperty("usedAt").GetDateTimeOffset()));
        await using var provider = Open(database);
        await using var db = await provider.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var complete = await db.Registrations.Where(r => r.State == RegistrationState.Complete).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(codes.Count, complete.Count);
        Assert.Equal(codes.Count, complete.Select(r => r.CodeId).Distinct().Count());
        Assert.Equal(people.Count, await db.Registrations.CountAsync(TestContext.Current.CancellationToken));
        Assert.All(complete, one =>
        {
            var said = told[one.Email];
            Assert.Equal((Codes.Printed(one.Receipt!), one.CompletedAt), (said.GetProperty("receipt").GetProperty("number").GetString(), said.GetProperty("receipt").GetProperty("at").GetDateTimeOffset())); // complete: it has one
            Assert.NotNull(one.CustomerId);
        });
        Assert.Equal(codes.Count, await db.Letters.CountAsync(l => l.Kind == LetterKind.Receipt, TestContext.Current.CancellationToken)); // each on its way or there

        async Task Begin(HttpClient http, (string Code, string Email) one) =>
            begun[one.Email] = (await Insist(http, $"/api/v1/campaigns/{Slug}/registrations", new { code = one.Code, email = one.Email }, HttpStatusCode.Accepted)).Json.GetProperty("registrationId").GetString()!; // accepted: it has one

        async Task Finish(HttpClient http, (string Code, string Email) one)
        {
            var (id, tried) = (begun[one.Email], new HashSet<string>());
            while (true)
            {
                // A killed server may have sent a mail whose code it could not remember: another one is asked for, as a person would.
                foreach (var code in await letters.CodesAt(one.Email, tried))
                {
                    var answer = await Insist(http, $"/api/v1/registrations/{id}/confirmation", new { confirmationCode = code }, HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity);
                    if (answer.Status is not HttpStatusCode.UnprocessableEntity)
                    {
                        (answer.Status is HttpStatusCode.OK ? told : lost)[one.Email] = answer.Json;
                        return;
                    }

                    tried.Add(code);
                }

                await Insist(http, $"/api/v1/registrations/{id}/mail", new { }, HttpStatusCode.Accepted);
            }
        }

        async Task Together(List<(string Code, string Email)> all, Func<HttpClient, (string Code, string Email), Task> act, Func<int> done, int kills)
        {
            var left = new ConcurrentQueue<(string Code, string Email)>(all);
            var everybody = Enumerable.Range(0, AtOnce).Select(async _ =>
            {
                using var http = app.Client();
                while (left.TryDequeue(out var one))
                    await act(http, one);
            }).ToList();
            for (var kill = 1; kill <= kills; kill++)
            {
                await Until(() => done() >= all.Count * kill / (kills + 1), everybody);
                await app.Kill();
                await RunOut(database);
                await app.Begin();
            }

            await Task.WhenAll(everybody);
        }
    }

    private const string Slug = "summer";

    private static async Task<List<string>> Open(AppProcess app)
    {
        using var admin = app.Client(AppProcess.BootstrapKey);
        (await admin.Post("/api/v1/campaigns", new { slug = Slug, name = "夏", opens = DateTimeOffset.UtcNow.AddHours(-1), closes = DateTimeOffset.UtcNow.AddDays(1), codes = new { generate = 500 }, reward = "コイン" })).Was(201);
        return [.. (await admin.Get($"/api/v1/campaigns/{Slug}/codes")).Was(200).Json.GetProperty("codes").EnumerateArray().Select(c => c.GetProperty("code").GetString()!)]; // every code has one
    }

    // What stays unanswered is sent again, as it is: the same code and address go on, a confirmation that happened is told again.
    private static async Task<(HttpStatusCode Status, JsonElement Json)> Insist(HttpClient http, string path, object body, params HttpStatusCode[] expected)
    {
        while (true)
        {
            try
            {
                using var response = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, TestContext.Current.CancellationToken);
                if (expected.Contains(response.StatusCode))
                    return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
                if (response.StatusCode is not HttpStatusCode.ServiceUnavailable)
                    throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException)
            {
                // The line is dead: whether it happened is not known, and asking again finds out.
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static async Task Until(Func<bool> so, List<Task> everybody)
    {
        while (!so())
        {
            if (everybody.FirstOrDefault(w => w.IsFaulted) is { } failed)
                await failed;
            Assert.False(everybody.TrueForAll(w => w.IsCompleted), "everybody was done before the last kill");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    // The dead server's letters, as if its minute and a half were over.
    private static async Task RunOut(Database database)
    {
        await using var provider = Open(database);
        await using var db = await provider.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        await db.Letters.Where(l => l.State == LetterState.Waiting && l.Attempts > 0).ExecuteUpdateAsync(l => l.SetProperty(x => x.DueAt, x => x.CreatedAt), TestContext.Current.CancellationToken);
    }

    private static ServiceProvider Open(Database database)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddStorage(new Engine(database.ConnectionString, database.Folder));
        return services.BuildServiceProvider();
    }

    /// <summary>The folder of letters, each file read once for each time that it was written.</summary>
    private sealed class Letters(Database database)
    {
        private readonly ConcurrentDictionary<string, List<string>> codes = new();
        private readonly Dictionary<string, DateTime> read = [];

        /// <summary>Codes that came and were not tried, the newest first; waits for one.</summary>
        public Task<IReadOnlyList<string>> CodesAt(string email, HashSet<string> tried) => Patience.Until<IReadOnlyList<string>>(async () =>
        {
            if (Untried() is { Count: > 0 } there)
                return there;
            Look();
            await Task.Delay(50, TestContext.Current.CancellationToken); // the folder is large, and many look
            return Untried();

            List<string> Untried()
            {
                var came = codes.GetOrAdd(email, _ => []);
                lock (came)
                    return [.. came.AsEnumerable().Reverse().Where(c => !tried.Contains(c))];
            }
        }, came => came.Count > 0);

        private void Look()
        {
            lock (read)
            {
                var folder = new DirectoryInfo(Path.Combine(database.Folder, "mail"));
                foreach (var file in (folder.Exists ? folder.EnumerateFiles("*.eml") : []).Where(f => !read.TryGetValue(f.Name, out var at) || at != f.LastWriteTimeUtc).OrderBy(f => f.LastWriteTimeUtc))
                {
                    read[file.Name] = file.LastWriteTimeUtc;
                    var mail = Eml.Read(File.ReadAllBytes(file.FullName));
                    if (!mail["Subject"].Contains("確認番号", StringComparison.Ordinal))
                        continue;
                    var came = codes.GetOrAdd(mail["To"], _ => []);
                    lock (came)
                        came.Add(mail.SixDigits);
                }
            }
        }
    }

    public sealed class OnSqlite() : KilledRegistrationsTests(On.Sqlite);

    public sealed class OnPostgres() : KilledRegistrationsTests(On.Postgres);
}
