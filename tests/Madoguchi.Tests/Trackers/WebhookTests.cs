using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;
using Madoguchi.Trackers.Webhooks;

namespace Madoguchi.Tests.Trackers;

/// <summary>Any tool that takes and sends Standard Webhooks.</summary>
[Trait("needs", "app")]
public sealed class WebhookTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(On.Sqlite)]
    [InlineData(On.Postgres)]
    public async Task It_is_told_signed_and_again_until_it_takes_it_and_what_it_says_is_a_decision(On on)
    {
        await using var receiver = await Receiver.Start();
        await using var app = await App.Start(on, ("Madoguchi:Trackers:AllowPrivate", "true"));
        var sora = app.As((await app.Cast()).Sora);
        var tracker = (await app.Admin.Post("/api/v1/trackers", new { kind = "webhook", name = "Kanban", url = receiver.Url })).Was(201);
        var (key, at) = (Signature.Key(tracker["secret"])!, $"/api/v1/trackers/{tracker["trackerId"]}"); // it made a right one
        Assert.DoesNotContain(tracker["secret"], (await app.Admin.Get("/api/v1/trackers")).Was(200).Text, StringComparison.Ordinal);
        var one = await Opened.At(app, Cast.Account, "山野です、保存で止まります。困っています。");

        receiver.Refuse(1);
        var voice = (await sora.Post("/api/v1/voices", new { kind = "defect", title = "保存で止まる", caseId = one.Id })).Was(201)["voiceId"];
        var first = await Patience.Until(() => Task.FromResult(receiver.Came.FirstOrDefault()), c => c is not null);
        var waits = await Patience.Until(() => app.Admin.Get(at + "/deliveries"), d => d.Text.Contains("503", StringComparison.Ordinal));
        Assert.Equal("waiting", waits.Json.GetProperty("deliveries")[0].Text("state"));
        app.Clock.Advance(TimeSpan.FromSeconds(6));
        var created = await Patience.Until(() => Task.FromResult(receiver.Came.Skip(1).FirstOrDefault()), c => c is not null);
        Assert.Equal((first!.Id, first.Text, "voice.created"), (created!.Id, created.Text, created.Type)); // waited for
        Assert.All(receiver.Came, c => Assert.Null(Signature.Refuses(key, c.Id, c.Time, c.Seal, c.Body, app.Clock.GetUtcNow())));
        Assert.Equal("保存で止まる", created.Json.GetProperty("data").Text("title"));
        Assert.DoesNotContain("山野", created.Text, StringComparison.Ordinal);

        (await sora.Post($"/api/v1/voices/{voice}/decision", new { state = "planned", publicText = "取りかかります。", reason = "himitsu" })).Was(201);
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        var decided = await Patience.Until(() => Task.FromResult(receiver.Came.FirstOrDefault(c => c.Type == "voice.decided")), c => c is not null);
        Assert.Equal("取りかかります。", decided!.Json.GetProperty("data").GetProperty("decision").GetProperty("publicText").Text("ja")); // waited for
        Assert.All(receiver.Came, c => Assert.DoesNotContain("himitsu", c.Text, StringComparison.Ordinal));

        // The other way round: signed, once, not too old.
        var said = $$"""{"voiceId":"{{voice}}","state":"fixed","version":"1.0.1"}""";
        Assert.Equal(401, await Say(at, key, "msg_1", said, app.Clock.GetUtcNow().AddMinutes(-10)));
        Assert.Equal(401, await Say(at, Signature.Key("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!, "msg_1", said, app.Clock.GetUtcNow()));
        Assert.Equal(422, await Say(at, key, "msg_0", said.Replace("fixed", "open", StringComparison.Ordinal), app.Clock.GetUtcNow()));
        Assert.Equal(404, await Say(at, key, "msg_0", said.Replace(voice, $"{Guid.CreateVersion7()}", StringComparison.Ordinal), app.Clock.GetUtcNow()));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Say(at, key, "msg_1", said, app.Clock.GetUtcNow()))), status => Assert.Equal(200, status));
        Assert.Equal(2, (await sora.Get($"/api/v1/voices/{voice}/decisions")).Was(200).Json.GetProperty("decisions").GetArrayLength());
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        await Patience.Until(() => one.Customer.Get(one.Path + "/timeline"), t => t.Text.Contains("バージョン 1.0.1 で直しました", StringComparison.Ordinal));
        // A no without words for the public waits for a person.
        Assert.Equal(200, await Say(at, key, "msg_2", said.Replace("fixed", "wontFix", StringComparison.Ordinal), app.Clock.GetUtcNow()));
        Assert.Equal("wontFix", (await sora.Get($"/api/v1/voices/{voice}/decisions")).Was(200).Json.GetProperty("drafts")[0].Text("state"));

        async Task<int> Say(string to, byte[] by, string id, string body, DateTimeOffset when)
        {
            using var client = app.Anonymous;
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/json") } };
            content.Headers.Add(Signature.IdHeader, id);
            content.Headers.Add(Signature.TimeHeader, when.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            content.Headers.Add(Signature.SignatureHeader, Signature.Of(by, id, when, Encoding.UTF8.GetBytes(body)));
            using var answer = await client.PostAsync(new Uri(to + "/inbound", UriKind.Relative), content, Ct);
            return (int)answer.StatusCode;
        }
    }

    [Fact]
    public async Task Our_own_network_is_closed_to_it_and_what_stops_is_tried_again_by_hand()
    {
        await using var receiver = await Receiver.Start();
        await using var app = await App.Start(On.Sqlite);
        var sora = app.As((await app.Cast()).Sora);
        var tracker = (await app.Admin.Post("/api/v1/trackers", new { kind = "webhook", name = "Kanban", url = receiver.Url })).Was(201)["trackerId"];
        var trial = (await app.Admin.Post($"/api/v1/trackers/{tracker}/trial")).Was(200);
        Assert.Contains("AllowPrivate", trial["says"], StringComparison.Ordinal);
        (await sora.Post("/api/v1/voices", new { kind = "wish", title = "印刷", caseId = (await Opened.At(app, Cast.Account)).Id })).Was(201);

        var stopped = await Patience.Until(async () =>
        {
            app.Clock.Advance(TimeSpan.FromHours(25)); // over each of the waits
            return (await app.Admin.Get($"/api/v1/trackers/{tracker}/deliveries")).Was(200).Json.GetProperty("deliveries").EnumerateArray().FirstOrDefault();
        }, d => d.ValueKind is System.Text.Json.JsonValueKind.Object && d.Text("state") == "stopped");
        Assert.Equal(10, stopped.GetProperty("attempts").GetInt32());
        Assert.Equal("1", (await app.Admin.Get("/api/v1/trackers")).Was(200).Json.GetProperty("trackers")[0].GetProperty("stopped").ToString());
        (await app.Admin.Post($"/api/v1/trackers/{tracker}/deliveries/{stopped.Text("deliveryId")}/retry")).Was(200);
        Assert.Empty(receiver.Came);
        object[] wrong = [new { kind = "webhook", name = "x", url = "ftp://x/" }, new { kind = "redmine", name = "x", url = "http://x/" }, new { kind = "webhook", name = "x", url = "http://u:p@x/" }, new { kind = "webhook", name = "x", url = "http://x/", secret = "abc" }];
        foreach (var body in wrong)
            (await app.Admin.Post("/api/v1/trackers", body)).Was(422);
    }
}
