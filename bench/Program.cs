using System.Net.Http.Json;
using System.Text.Json;
using Madoguchi.Bench;
using Madoguchi.Tests.Rig;

// bench/run [sqlite|postgres] [seconds per figure]
var engines = args.Contains("sqlite") ? [On.Sqlite] : args.Contains("postgres") ? [On.Postgres] : new[] { On.Sqlite, On.Postgres };
var time = TimeSpan.FromSeconds(args.Select(a => int.TryParse(a, out var s) ? s : 0).FirstOrDefault(s => s > 0, 6));
using var postgres = engines.Contains(On.Postgres) ? await PostgresServer.Start(durable: true) : null;
if (postgres is not null)
    Environment.SetEnvironmentVariable("MADOGUCHI_TEST_POSTGRES", postgres.ConnectionString);
foreach (var on in engines)
{
    Console.WriteLine($"== {on}");
    foreach (var connections in new[] { 1, 8, 32 })
    {
        await using var mine = await Database.New(on);
        Console.WriteLine($"messages in-process {connections,3}   {await Inside.Messages(mine, connections, time)}");
        await using var database = await Database.New(on);
        await using var app = await AppProcess.Start(database, new Dictionary<string, string> { ["Madoguchi:Rates:Contacts"] = "1000000", ["Logging:LogLevel:Default"] = "Warning" });
        using var admin = app.Client(AppProcess.BootstrapKey);
        await admin.PostAsJsonAsync("/api/v1/desks", new { slug = "account", name = "アカウント窓口", languages = Languages });
        var clients = new (HttpClient Http, string Path)[connections];
        for (var i = 0; i < connections; i++)
        {
            var made = await (await app.Client().PostAsJsonAsync("/api/v1/contacts", new { text = "はじめまして" })).Content.ReadFromJsonAsync<JsonElement>();
            clients[i] = (app.Client(made.GetProperty("token").GetString()), $"/api/v1/cases/{made.GetProperty("caseId")}/messages");
        }

        var figure = await Load.Run(connections, time, async i =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, clients[i].Path) { Content = JsonContent.Create(new { text = "サインインすると「404」と出ます。もう一度試しても同じでした。" }) };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            using var response = await clients[i].Http.SendAsync(request);
            response.EnsureSuccessStatusCode();
        });
        Console.WriteLine($"messages over HTTP  {connections,3}   {figure}");
    }
}

internal sealed partial class Program
{
    private static readonly string[] Languages = ["ja"];
}
