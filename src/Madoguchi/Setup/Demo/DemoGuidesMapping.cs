using System.Reflection;
using Madoguchi.Desks;
using Madoguchi.Guides;
using Madoguchi.Guides.Writing;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Setup.Demo;

/// <summary>Guides that have been walked for a month: reinstalling has earned the first place, although downloads are lost.</summary>
public static class DemoGuidesMapping
{
    // Slug, way, how often tried, how often it worked.
    private static readonly (string Guide, string Way, int Tried, int Worked)[] Learned =
    [
        ("video-404", "restart", 14, 1), ("video-404", "wifi", 11, 0), ("video-404", "sign-in", 12, 2), ("video-404", "reinstall", 40, 31),
        ("router-restarts", "power-saving", 18, 5), ("router-restarts", "go-back", 15, 13), ("router-restarts", "reset", 4, 1),
        ("memo-sync", "pull", 22, 9), ("memo-sync", "battery", 13, 8),
    ];

    extension(Db db)
    {
        public async Task WriteGuides(CurrentAgent author, DateTimeOffset now)
        {
            foreach (var slug in Learned.Select(l => l.Guide).Distinct())
            {
                await using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"guides/{slug}.md") ?? throw new InvalidOperationException($"The guide {slug} was not built in.");
                using var reader = new StreamReader(file);
                var markdown = await reader.ReadToEndAsync(CancellationToken.None);
                var guide = DemoMapping.Done(await db.SayGuide(slug, GuideReader.Read(markdown).Content!, markdown, author, now, 0)); // a test reads them
                await db.Walked(guide.Guide.Id, [.. Learned.Where(l => l.Guide == slug).Select(l => (l.Way, l.Tried, l.Worked))], now);
            }
        }

        // Each walk tried the first ways in vain until one worked; what is told here is only how it went.
        private async Task Walked(Id<Guide> guide, (string Way, int Tried, int Worked)[] ways, DateTimeOffset now)
        {
            var walks = Enumerable.Range(0, ways.Max(w => w.Tried)).Select(_ => Guid.CreateVersion7()).ToList();
            foreach (var (way, tried, worked) in ways)
            {
                for (var i = 0; i < tried; i++)
                    await db.Learn(walks[i], guide, way, i >= tried - worked, now + TimeSpan.FromHours(5 * i));
            }

            await db.SaveChangesAsync(CancellationToken.None);
        }
    }
}
