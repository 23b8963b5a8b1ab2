using System.Diagnostics;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Bench;

/// <summary>From the start of the process to its first page: on an empty database, and again on the same.</summary>
public static class Starts
{
    public static async Task Print(On on)
    {
        await using var database = await Database.NewEmpty(on);
        await using var app = Server.Of(database);
        var first = await Time(app);
        var again = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            await app.Kill();
            again.Add(await Time(app));
        }

        again.Sort();
        Report.Row("start to first page, empty database", $"{first:N0} ms");
        Report.Row("start to first page, again (median of 5)", $"{again[2]:N0} ms");
    }

    private static async Task<double> Time(AppProcess app)
    {
        var watch = Stopwatch.StartNew();
        await app.Begin();
        using var http = app.Client();
        using var page = await http.GetAsync(new Uri("/sign-in", UriKind.Relative));
        page.EnsureSuccessStatusCode();
        return watch.Elapsed.TotalMilliseconds;
    }
}
