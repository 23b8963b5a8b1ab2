using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Bench;

/// <summary>A customer's case and the client that speaks for them.</summary>
public sealed record Visitor(HttpClient Http, string CaseId, string Token)
{
    public async Task Say(string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/cases/{CaseId}/messages") { Content = JsonContent.Create(new { text }) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var response = await Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }
}

/// <summary>The built app as a process of its own, with one desk and one agent who has signed in.</summary>
public sealed partial class Server(Database database, AppProcess app) : IAsyncDisposable
{
    public const string Words = "サインインすると「404」と出ます。もう一度試しても同じでした。";

    private static readonly string[] Languages = ["ja"];
    private static readonly string[] Desks = ["account"];

    private static readonly Dictionary<string, string> Settings = Rates.Raised.ToDictionary();

    public AppProcess App => app;

    public HttpClient Agent { get; private set; } = new();

    /// <summary>Resident memory of the app's process, in MB.</summary>
    public double Memory =>
        double.Parse(File.ReadLines($"/proc/{app.ProcessId}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

    /// <summary>Processor time that the app's process has taken so far: what other people on the machine do does not lengthen it much.</summary>
    public TimeSpan Worked => System.Diagnostics.Process.GetProcessById(app.ProcessId).TotalProcessorTime;

    public static AppProcess Of(Database database) => AppProcess.Of(database, Settings);

    /// <param name="before">What is in the database before the app opens it.</param>
    public static async Task<Server> Start(On on, Func<Database, Task>? before = null)
    {
        var database = await Database.New(on);
        if (before is not null)
            await before(database);
        var server = new Server(database, await AppProcess.Start(database, Settings));
        await server.Furnish();
        return server;
    }

    public async Task<Visitor> Visit(string text = Words)
    {
        using var http = App.Client();
        var made = await Read(await http.PostAsJsonAsync("/api/v1/contacts", new { text, name = "山野" }));
        var token = made.GetProperty("token").GetString()!; // the contact was made
        return new(App.Client(token), made.GetProperty("caseId").ToString(), token);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task Furnish()
    {
        using var admin = App.Client(AppProcess.BootstrapKey);
        using var desk = await admin.PostAsJsonAsync("/api/v1/desks", new { slug = "account", name = "アカウント窓口", languages = Languages });
        if (desk.StatusCode is not HttpStatusCode.Conflict) // some databases come with it
            desk.EnsureSuccessStatusCode();
        var agent = await Read(await admin.PostAsJsonAsync("/api/v1/agents", new { name = "Hana", email = "hana@example.test", desks = Desks, languages = Languages }));
        var password = (await Read(await admin.PostAsync($"/api/v1/agents/{agent.GetProperty("agentId")}/password", null))).GetProperty("password").GetString();
        Agent = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = App.Address };
        var page = await Agent.GetStringAsync("/sign-in");
        using var form = new FormUrlEncodedContent([new("email", "hana@example.test"), new("password", password), new("form-token", FormToken().Match(page).Groups[1].Value)]);
        using var signedIn = await Agent.PostAsync("/sign-in", form);
        signedIn.EnsureSuccessStatusCode();
        Agent.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
    }

    private static async Task<JsonElement> Read(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            return response.IsSuccessStatusCode ? JsonElement.Parse(text) : throw new InvalidOperationException(text);
        }
    }

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
