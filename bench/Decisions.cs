using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Madoguchi.Tests.Rig;
using Madoguchi.Tests.Voices;

namespace Madoguchi.Bench;

/// <summary>One decision told to the ten thousand customers behind a voice: how long until all have it; and the same with two SIGKILLs.</summary>
public static class Decisions
{
    private const int People = 10_000;

    public static async Task Print(On on)
    {
        foreach (var kills in new[] { 0, 2 })
        {
            await using var database = await Database.New(on);
            var (voice, _) = await Crowd.Gather(database, People);
            await using var app = await AppProcess.Start(database);
            using var admin = app.Client(AppProcess.BootstrapKey);
            using var answer = await admin.PostAsJsonAsync($"/api/v1/voices/{voice}/decision", new { state = "fixed", version = "1.0.1", publicText = new { ja = "1.0.1 で直しました。", en = "Fixed in 1.0.1." }, reason = "internal" });
            answer.EnsureSuccessStatusCode();
            var decision = JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("decisionId").ToString();
            Task Told(int atLeast) => Until(app, $"/api/v1/voices/{voice}/decisions", decision, atLeast);
            await Told(1);
            var watch = Stopwatch.StartNew();
            var slowest = TimeSpan.Zero;
            var customers = kills == 0 ? Updates.Speak(app, () => watch.IsRunning, took => slowest = took > slowest ? took : slowest) : Task.CompletedTask;
            for (var kill = 1; kill <= kills; kill++)
            {
                await Told(People * kill / (kills + 1));
                await app.Kill();
                await app.Begin();
            }

            await Told(People);
            watch.Stop();
            await customers;
            await app.Kill();
            var wrong = await Crowd.Wrong(database, People);
            var rate = (People / watch.Elapsed.TotalSeconds).ToString("N0", CultureInfo.InvariantCulture);
            Report.Row($"one decision to {People:N0}{(kills > 0 ? $", {kills} SIGKILLs (both new starts included)" : "")}", $"{watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s, {rate}/s; "
                + (wrong.Count == 0 ? "none missed, none twice" : $"WRONG: {string.Join("; ", wrong.Take(5))}") + (kills == 0 ? $"; a customer's own contact meanwhile took {slowest.TotalMilliseconds:0} ms at most" : ""));
        }
    }

    private static async Task Until(AppProcess app, string path, string decision, int atLeast)
    {
        using var admin = app.Client(AppProcess.BootstrapKey);
        while (JsonElement.Parse(await admin.GetStringAsync(path)).GetProperty("decisions").EnumerateArray().Single(d => d.GetProperty("decisionId").ToString() == decision).GetProperty("told").GetInt32() < atLeast)
            await Task.Delay(100);
    }
}
