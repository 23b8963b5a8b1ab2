using System.Globalization;
using System.Text.Json;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;
using Madoguchi.Trackers;
using Madoguchi.Trackers.Delivering;
using Madoguchi.Voices;
using Madoguchi.Voices.Changing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Trackers;

/// <summary>The round trip with a real Redmine: the voice there with our temperature, news as a comment, and what the developers decide told to everyone behind it.</summary>
[Trait("needs", "app")]
public sealed class RedmineTests(RedmineServer redmine) : IClassFixture<RedmineServer>
{
    private const string Secret = "himitsu-no-riyuu";

    [Theory]
    [InlineData(On.Sqlite)]
    [InlineData(On.Postgres)]
    public async Task A_voice_goes_there_and_what_is_decided_there_is_told_here(On on)
    {
        Assert.SkipWhen(redmine.Missing is not null, redmine.Missing ?? "");
        await using var app = await App.Start(on, ("Madoguchi:Trackers:AllowPrivate", "true"), ("Madoguchi:Trackers:PollSeconds", "0.5"));
        var sora = app.As((await app.Cast()).Sora);
        var project = await redmine.Project();
        var tracker = (await app.Admin.Post("/api/v1/trackers", new { kind = "redmine", name = "Redmine", url = redmine.Url, secret = redmine.Key, project })).Was(201)["trackerId"];
        var trial = (await app.Admin.Post($"/api/v1/trackers/{tracker}/trial")).Was(200);
        Assert.True(trial.Json.GetProperty("works").GetBoolean(), trial.Text);
        var cases = new List<Opened>();
        foreach (var text in (string[])["起動すると E-4012 と出て、何度やっても入れません。", "E-4012 で困っています。", "E-4012 が出ます。"])
            cases.Add(await Opened.At(app, Cast.Account, text));
        var voice = (await sora.Post("/api/v1/voices", new { kind = "defect", title = "E-4012 で起動できない", caseId = cases[0].Id, errorText = "E-4012" })).Was(201)["voiceId"];
        foreach (var other in cases.Skip(1))
            (await sora.Post($"/api/v1/voices/{voice}/cases", new { caseId = other.Id })).Was(200);

        // There once, as warm as on our board.
        var id = (await Until(app, () => redmine.Issues(project), i => i.Length > 0))[0].GetProperty("id").ToString();
        await Until(app, () => Remote(app, voice), r => r is "New|"); // and we know it
        app.Clock.Advance(TimeSpan.FromHours(1.1));
        await Touch(app, voice, Change.Case);
        var degrees = (await sora.Get($"/api/v1/voices/{voice}")).Was(200).Json.GetProperty("temperature").GetDouble();
        var issue = await Until(app, () => redmine.Issue(id), i => Text(i, "description").Contains("3人", StringComparison.Ordinal));
        Assert.InRange(double.Parse(Text(issue, "description").Split("温度 ")[1].Split('（')[0], CultureInfo.InvariantCulture), degrees - 0.3, degrees + 0.3);
        Assert.Equal(("E-4012 で起動できない", "Bug"), (Text(issue, "subject"), Text(issue.GetProperty("tracker"), "name")));
        Assert.Contains("困っています", Text(issue, "description"), StringComparison.Ordinal);
        Assert.DoesNotContain("山野", Text(issue, "description"), StringComparison.Ordinal);

        // What was found out is a comment at once; nothing new is none.
        await Touch(app, voice, Change.News, "iOS 26 だけで起きる");
        issue = await Until(app, () => redmine.Issue(id), i => Comments(i).Any(c => c.Contains("iOS 26 だけで起きる", StringComparison.Ordinal)));
        var before = Comments(issue).Count;

        // "Fixed in 1.0.1", there.
        var version = (await redmine.Tell(HttpMethod.Post, $"/projects/{project}/versions.json", new { version = new { name = "1.0.1" } })).GetProperty("version").GetProperty("id").GetInt32();
        await redmine.Tell(HttpMethod.Put, $"/issues/{id}.json", new { issue = new { status_id = 3, fixed_version_id = version, notes = Secret } });
        await Until(app, () => sora.Get($"/api/v1/voices/{voice}"), v => v["state"] == "fixed");
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        var decision = (await sora.Get($"/api/v1/voices/{voice}/decisions")).Was(200).Json.GetProperty("decisions")[0];
        Assert.Equal(("1.0.1", "Redmine"), (decision.Text("version"), decision.Text("from")));
        await Until(app, () => sora.Get($"/api/v1/voices/{voice}/decisions/{decision.Text("decisionId")}"), d => d.Json.GetProperty("decision").GetProperty("told").GetInt32() == 3);
        foreach (var one in cases)
        {
            var told = (await one.Customer.Get(one.Path + "/timeline")).Was(200).Text;
            Assert.Contains("バージョン 1.0.1 で直しました", told, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, told, StringComparison.Ordinal);
        }

        // Closed afterwards is the same to customers; the developers read what was said.
        await redmine.Tell(HttpMethod.Put, $"/issues/{id}.json", new { issue = new { status_id = 5 } });
        await Until(app, () => Remote(app, voice), r => r is "Closed|1.0.1");
        issue = await Until(app, () => redmine.Issue(id), i => Comments(i).Any(c => c.Contains("お客様にお伝えしました", StringComparison.Ordinal)));
        Assert.Equal(before + 2, Comments(issue).Count); // theirs, and ours
        Assert.Single((await sora.Get($"/api/v1/voices/{voice}/decisions")).Was(200).Json.GetProperty("decisions").EnumerateArray());
        Assert.Contains(redmine.Url, (await sora.Get($"/api/v1/voices/{voice}/issues")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_in_between_makes_no_second_issue_and_a_no_waits_for_words()
    {
        Assert.SkipWhen(redmine.Missing is not null, redmine.Missing ?? "");
        await using var app = await App.Start(On.Sqlite, ("Madoguchi:Trackers:AllowPrivate", "true"), ("Madoguchi:Trackers:PollSeconds", "0.5"));
        var sora = app.As((await app.Cast()).Sora);
        var project = await redmine.Project();
        var made = await Opened.At(app, Cast.Account, "印刷したいです。");
        var voice = (await sora.Post("/api/v1/voices", new { kind = "wish", title = "印刷", caseId = made.Id })).Was(201)["voiceId"];
        // It waits for a decision, so a tracker that is added hears of it.
        var tracker = (await app.Admin.Post("/api/v1/trackers", new { kind = "redmine", name = "Redmine", url = redmine.Url + "/", secret = redmine.Key, project, language = "en" })).Was(201)["trackerId"];
        var id = (await Until(app, () => redmine.Issues(project), i => i.Length > 0))[0].GetProperty("id").ToString();
        await Until(app, () => Remote(app, voice), r => r is "New|");

        // As if we had died before we could write down that it was made.
        await app.Services.GetRequiredService<Writes>().Write(async db =>
        {
            await db.TrackerLinks.ExecuteDeleteAsync(CancellationToken.None);
            db.Deliver(Id<Tracker>.Parse(tracker, null), Id<Voice>.Parse(voice, null), VoiceEvent.Created, app.Clock.GetUtcNow().ToMicroseconds(), app.Clock.GetUtcNow().ToMicroseconds());
            await db.SaveChangesAsync(CancellationToken.None);
        }, TestContext.Current.CancellationToken);
        await Until(app, () => Remote(app, voice), r => r is "New|");
        Assert.Single(await redmine.Issues(project));

        await redmine.Tell(HttpMethod.Put, $"/issues/{id}.json", new { issue = new { status_id = 6, notes = Secret } });
        var list = await Until(app, () => sora.Get($"/api/v1/voices/{voice}/decisions"), d => d.Json.GetProperty("drafts").GetArrayLength() == 1);
        Assert.Equal("wontFix", list.Json.GetProperty("drafts")[0].Text("state"));
        Assert.Equal("open", (await sora.Get($"/api/v1/voices/{voice}"))["state"]);
        await redmine.Tell(HttpMethod.Put, $"/issues/{id}.json", new { issue = new { status_id = 2 } });
        await Until(app, () => sora.Get($"/api/v1/voices/{voice}"), v => v["state"] == "planned");
        await redmine.Tell(HttpMethod.Put, $"/issues/{id}.json", new { issue = new { status_id = 6, notes = "Public: We will not print. You can save it as a PDF." } });
        await Until(app, () => sora.Get($"/api/v1/voices/{voice}"), v => v["state"] == "wontFix");
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        await Until(app, () => made.Customer.Get(made.Path + "/timeline"), t => t.Text.Contains("You can save it as a PDF.", StringComparison.Ordinal));

        (await app.Admin.Patch($"/api/v1/trackers/{tracker}", new { secret = "0123456789abcdef" })).Was(200);
        var trial = (await app.Admin.Post($"/api/v1/trackers/{tracker}/trial")).Was(200);
        Assert.Contains("API key", trial["says"], StringComparison.Ordinal);
    }

    // A machine under load may not answer in time, and what was not taken is tried again five seconds, then five minutes later by the app's clock, which stands still meanwhile.
    private static Task<T> Until<T>(App app, Func<Task<T>> look, Func<T, bool> isIt) => Patience.Until(async () =>
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (now, db) = (app.Clock.GetUtcNow(), scope.ServiceProvider.GetRequiredService<Db>());
        var failed = await db.Deliveries.Where(d => d.State == DeliveryState.Waiting && d.Error != null && d.DueAt > now).OrderBy(d => d.DueAt).Select(d => (DateTimeOffset?)d.DueAt).FirstOrDefaultAsync(TestContext.Current.CancellationToken);
        if (failed is { } due)
            app.Clock.Advance(due - now);
        return await look();
    }, isIt, minutes: 4);

    private static string Text(JsonElement of, string member) => of.GetProperty(member).ToString().ReplaceLineEndings("\n");

    private static List<string> Comments(JsonElement issue) => [.. issue.GetProperty("journals").EnumerateArray().Select(j => j.TryGetProperty("notes", out var n) ? n.ToString() : "").Where(n => n.Length > 0)];

    private static async Task<string?> Remote(App app, string voice)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var id = Id<Voice>.Parse(voice, null);
        return await scope.ServiceProvider.GetRequiredService<Db>().TrackerLinks.Where(l => l.VoiceId == id).Select(l => l.Remote).SingleOrDefaultAsync(TestContext.Current.CancellationToken);
    }

    private static Task Touch(App app, string voice, Change why, string? news = null) => app.Services.GetRequiredService<Writes>().Write(async db =>
    {
        var (id, now) = (Id<Voice>.Parse(voice, null), app.Clock.GetUtcNow().ToMicroseconds());
        if (news is not null)
            db.VoiceNews.Add(new VoiceNews { Id = Id<VoiceNews>.New(), VoiceId = id, Text = news, At = now, ByName = "Sora" });
        await db.TouchVoice(id, why, now);
        await db.SaveChangesAsync(CancellationToken.None);
        app.Clock.Advance(TimeSpan.FromSeconds(31)); // what gathers is told after half a minute
    }, CancellationToken.None);
}
