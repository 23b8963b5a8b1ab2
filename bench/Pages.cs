using Madoguchi.Tests.Rig;

namespace Madoguchi.Bench;

/// <summary>Pages as a browser asks for them: the customer's and the agent's case of 50 entries, and the agent's list.</summary>
public static class Pages
{
    public static async Task Print(On on, TimeSpan time)
    {
        await using var server = await Server.Start(on);
        var idle = server.Memory;
        var visitor = await server.Visit();
        for (var i = 2; i < 50; i++)
            await visitor.Say($"{i}: {Server.Words}");
        for (var i = 0; i < 500; i++)
            await server.Visit($"{i} 件目。{Server.Words}");
        foreach (var connections in new[] { 1, 8, 32 })
        {
            await Get("customer's case page, 50 entries", server.App.Client(), $"/c/{visitor.Token}", connections);
            await Get("agent's case page, 50 entries", server.Agent, $"/desk/cases/{visitor.CaseId}", connections);
            await Get("agent's list page, 500 cases", server.Agent, "/desk/new", connections);
            await Get("API: list, 50 of 500 cases", server.App.Client(AppProcess.BootstrapKey), "/api/v1/cases", connections);
        }

        Report.Row("memory, idle", $"{idle:N0} MB");
        Report.Row("memory, after this load", $"{server.Memory:N0} MB");

        async Task Get(string what, HttpClient http, string path, int connections) =>
            Report.Row($"{what}, {connections} conn.", await Load.Run(connections, time, async _ =>
            {
                using var page = await http.GetAsync(path);
                page.EnsureSuccessStatusCode();
                await page.Content.ReadAsByteArrayAsync();
            }));
    }
}
