using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Madoguchi.Incidents;
using Madoguchi.Shared;
using Madoguchi.Tests.Incidents;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Bench;

/// <summary>One update of an incident to ten thousand affected customers: how long until all are told, how long a customer's own word takes meanwhile; and the same with two SIGKILLs.</summary>
public static class Updates
{
    private const int People = 10_000;

    public static async Task Print(On on)
    {
        foreach (var kills in new[] { 0, 2 })
        {
            await using var database = await Database.New(on);
            var incident = await Many.Hit(database, People);
            await using var app = await AppProcess.Start(database);
            using var admin = app.Client(AppProcess.BootstrapKey);
            using var answer = await admin.PostAsJsonAsync($"/api/v1/incidents/{incident}/updates", new { text = new { ja = "原因がわかりました。いま直しています。", en = "We know the cause and are mending it." }, state = "identified" });
            answer.EnsureSuccessStatusCode();
            await Told(app, incident, 1);
            var watch = Stopwatch.StartNew();
            var slowest = TimeSpan.Zero;
            var customers = kills == 0 ? Speak(app, () => watch.IsRunning, took => slowest = took > slowest ? took : slowest) : Task.CompletedTask;
            for (var kill = 1; kill <= kills; kill++)
            {
                await Told(app, incident, People * kill / (kills + 1));
                await app.Kill();
                await app.Begin();
            }

            await Told(app, incident, People);
            watch.Stop();
            await customers;
            await app.Kill();
            var wrong = await Many.Wrong(database, incident, People);
            var rate = (People / watch.Elapsed.TotalSeconds).ToString("N0", CultureInfo.InvariantCulture);
            Report.Row($"one update to {People:N0}{(kills > 0 ? $", {kills} SIGKILLs (both new starts included)" : "")}", $"{watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s, {rate}/s; "
                + (wrong.Count == 0 ? "none missed, none twice" : $"WRONG: {string.Join("; ", wrong.Take(5))}") + (kills == 0 ? $"; a customer's own contact meanwhile took {slowest.TotalMilliseconds:0} ms at most" : ""));
        }
    }

    internal static async Task Speak(AppProcess app, Func<bool> goesOn, Action<TimeSpan> took)
    {
        using var http = app.Client();
        while (goesOn())
        {
            var watch = Stopwatch.StartNew();
            using var made = await http.PostAsJsonAsync("/api/v1/contacts", new { text = Server.Words, name = "佐藤" });
            made.EnsureSuccessStatusCode();
            took(watch.Elapsed);
            await Task.Delay(100);
        }
    }

    private static async Task Told(AppProcess app, Id<Incident> incident, int atLeast)
    {
        using var admin = app.Client(AppProcess.BootstrapKey);
        while (true)
        {
            var updates = JsonElement.Parse(await admin.GetStringAsync($"/api/v1/incidents/{incident}/updates"));
            if (updates.GetProperty("updates")[0].GetProperty("told").GetInt32() >= atLeast)
                return;
            await Task.Delay(20);
        }
    }
}
