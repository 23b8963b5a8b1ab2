using System.Globalization;
using Madoguchi.Tests.Rig;
using Madoguchi.Tests.Voices;

namespace Madoguchi.Bench;

/// <summary>Five hundred voices, one of them with ten thousand cases behind it: the page of one of these cases, the board, the voice itself.</summary>
public static class Voices
{
    private const int People = 10_000;
    private const int Others = 499;
    private const int Pages = 50;

    public static async Task Print(On on, TimeSpan time)
    {
        var (voice, behind) = ("", "");
        await using var server = await Server.Start(on, async database =>
        {
            var (made, newest) = await Crowd.Gather(database, People, Others);
            (voice, behind) = ($"{made}", $"{newest}");
        });
        var alone = await server.Visit();
        await Get("agent's case page, behind no voice", $"/desk/cases/{alone.CaseId}");
        await Get($"agent's case page, behind a voice of {People:N0}", $"/desk/cases/{behind}");
        await Get($"heat board, {Others + 1} voices", "/desk/voices");
        await Get($"page of the voice of {People:N0}", $"/desk/voices/{voice}");
        await Get("where customers get stuck", "/desk/voices/stuck");
        await Get("weekly digest", "/desk/voices/digest");

        // Beside the time on the clock, which grows with whatever else the machine does, the processor's own.
        async Task Get(string what, string path)
        {
            var figure = await Load.Run(1, time, _ => Read(path));
            var before = server.Worked;
            for (var i = 0; i < Pages; i++)
                await Read(path);
            Report.Row($"{what}, 1 conn.", string.Create(CultureInfo.InvariantCulture, $"{figure}; processor time a page {(server.Worked - before).TotalMilliseconds / Pages:N1} ms"));
        }

        async Task Read(string path)
        {
            using var page = await server.Agent.GetAsync(path);
            page.EnsureSuccessStatusCode();
            await page.Content.ReadAsByteArrayAsync();
        }
    }
}
