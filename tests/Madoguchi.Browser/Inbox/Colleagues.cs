using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Browser.Inbox;

/// <summary>Others who work at the same cases over the API, and customers who write on: a few changes each round, drawn from a seed.</summary>
public sealed class Colleagues : IDisposable
{
    private static readonly string[] Both = [Cast.Account, Cast.Technical];
    private static readonly string[] Japanese = ["ja"];
    private static readonly string[] Priorities = ["low", "normal", "high", "urgent"];
    private readonly List<Desks.Told> cases;
    private readonly List<HttpClient> customers;
    private readonly HttpClient aki;
    private readonly Random random;
    private int count;

    private Colleagues(HttpClient aki, List<Desks.Told> cases, List<HttpClient> customers, int seed) => (this.aki, this.cases, this.customers, random) = (aki, cases, customers, new(seed));

    public static async Task<Colleagues> Of(Stage stage, List<Desks.Told> cases, int seed)
    {
        using var admin = stage.App.Client(AppProcess.BootstrapKey);
        var id = (await admin.Post("/api/v1/agents", new { name = "Aki", email = $"aki-{Guid.NewGuid():N}@example.test", desks = Both, languages = Japanese, role = "agent" })).Was(201)["agentId"];
        return new(stage.App.Client((await admin.Post($"/api/v1/agents/{id}/keys")).Was(201)["key"]), cases, [.. cases.Select(c => stage.App.Client(c.Token))], seed);
    }

    /// <summary>Six changes, at the same cases at which the windows work.</summary>
    public async Task Meddle()
    {
        for (var i = 0; i < 6; i++)
        {
            var which = random.Next(cases.Count);
            await Change(which, $"/api/v1/cases/{cases[which].CaseId}", random.Next(6), ++count);
        }
    }

    public void Dispose()
    {
        aki.Dispose();
        customers.ForEach(c => c.Dispose());
    }

    private Task Change(int which, string at, int what, int n) => what switch
    {
        0 => customers[which].Post(at + "/messages", new { text = $"追伸 {n}" }),
        1 => aki.Put(at + "/priority", new { priority = Priorities[n % Priorities.Length] }),
        2 => aki.Put(at + "/tags", new { tags = new[] { $"同僚{n % 3}" } }),
        3 => aki.Post(at + "/notes", new { text = $"同僚のメモ {n}" }),
        4 => aki.Put(at + "/assignment", new { agentId = (string?)null }),
        _ => Answer(at, n),
    };

    // As careful as the page: what was answered meanwhile is left at that.
    private async Task Answer(string at, int n)
    {
        if ((await aki.Get(at)) is { Status: System.Net.HttpStatusCode.OK } seen)
            await aki.Post(at + "/messages", new { text = $"Aki {n}", seen = seen.Json.GetProperty("lastEntry").GetInt32() });
    }
}
