using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Rules;

/// <summary>Everyone hit is told before they ask, each once.</summary>
public abstract class ToldTests(App app)
{
    private static readonly object Words = new { ja = "ご登録のあと、連携が抜けていました。特典は必ずお届けします。", en = "Your registration was not linked. You will get your reward." };

    [Fact]
    public async Task In_their_case_or_in_a_new_one_by_letter_and_who_cannot_be_reached_is_listed()
    {
        var sora = app.As((await app.Cast()).Sora);
        var rule = await Ruled.Make(app);
        string[] who = [.. Enumerable.Range(0, 4).Select(i => $"{i}-{Guid.NewGuid():N}")];
        var mail = $"{who[1]}@example.test";
        await rule.Tell(rule.Event(rule.A, who[0]), rule.Event(rule.A, who[1], data: new { email = mail, locale = "en-GB" }), rule.Event(rule.A, who[2]), rule.Event(rule.A, $"{who[3]}", data: new { email = mail }));
        var complaint = await Opened.At(app, Cast.Account, "登録したのに、特典が届きません。");
        (await sora.Put($"/api/v1/customers/{complaint.Number}/keys/account", new { value = who[0].ToUpperInvariant() })).Was(200);
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        await rule.Hits(who);
        // The broken rule speaks for the customer.
        Assert.Contains("records", (await sora.Post(complaint.Path + "/messages", new { text = "ご登録がないため、特典は差し上げられません。" })).Was(409).Json.GetProperty("disputedBy").EnumerateArray().Select(d => d.GetString()));

        (await app.As((await app.Cast()).Hana).Post(rule.Path + "/tellings", new { text = Words })).Was(403);
        (await sora.Post(rule.Path + "/tellings", new { text = Words, desk = "nowhere" })).Was(422);
        (await sora.Post(rule.Path + "/tellings", new { text = new { ja = "特典については、メーカーにお問い合わせください。" } })).Was(409);
        Assert.EndsWith("finding-needed", (await sora.Post(rule.Path + "/tellings", new { text = new { ja = "ご登録がないため、特典は差し上げられません。" } })).Was(409)["type"], StringComparison.Ordinal);
        var presses = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => sora.Post(rule.Path + "/tellings", new { text = Words, desk = Cast.Billing }, i < 2 ? "one" : null)));
        var taken = presses.Where(p => (int)p.Status == 201).ToList();
        Assert.All(presses, p => Assert.True((int)p.Status is 201 or 409, p.Text));
        var telling = Assert.Single(taken.Select(p => p["tellingId"]).Distinct()); // whoever came first, and its repeat
        Assert.Equal("3", taken[0]["recipients"]); // two keys of one address are one person
        Assert.All(await rule.Broken(), b => Assert.False(b.GetProperty("told").GetBoolean()));

        app.Clock.Advance(TimeSpan.FromSeconds(11));
        var done = await Patience.Until(async () => (await sora.Get($"{rule.Path}/tellings/{telling}")).Was(200), t => t.Json.GetProperty("telling").GetProperty("waiting").GetInt32() == 0);

        Assert.Equal((2, 1), (done.Json.GetProperty("telling").GetProperty("told").GetInt32(), done.Json.GetProperty("telling").GetProperty("notReached").GetInt32()));
        Assert.Equal(["message", "message"], (await complaint.Kinds(complaint.Customer)).Where(k => k == "message"));
        Assert.Contains("特典は必ずお届けします", (await complaint.Customer.Get(complaint.Path + "/timeline")).Was(200).Text, StringComparison.Ordinal);
        Assert.Contains("toldOfBreak", await complaint.Kinds(sora));
        Assert.DoesNotContain("toldOfBreak", await complaint.Kinds(complaint.Customer));
        var letter = Assert.Single(await Mailed.To(app.Database, mail));
        Assert.StartsWith("[お支払い窓口] For your information: Your registration", letter["Subject"], StringComparison.Ordinal);
        Assert.Contains("You will get your reward.", letter.Text, StringComparison.Ordinal);
        var told = (await rule.Broken(sora)).ToDictionary(b => b.Text("key"));
        Assert.Equal(complaint.Id, told[who[0]].Text("caseId"));
        Assert.Equal(told[who[1]].Text("caseId"), told[who[3]].Text("caseId"));
        Assert.False(told[who[2]].GetProperty("told").GetBoolean());
        Assert.Equal("noAddress", done.Json.GetProperty("recipients").EnumerateArray().Single(r => r.Text("key") == who[2]).Text("reason"));
        var opened = app.WithToken(letter.Token);
        Assert.Equal("waitingForCustomer", (await opened.Get($"/api/v1/cases/{told[who[1]].Text("caseId")}")).Was(200)["status"]);
        Assert.DoesNotContain("\"customer\"", string.Join(' ', (await opened.Get($"/api/v1/cases/{told[who[1]].Text("caseId")}/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("by").GetRawText())), StringComparison.Ordinal);

        (await sora.Put($"/api/v1/customers/{(await Opened.At(app, Cast.Account)).Number}/keys/account", new { value = who[2] })).Was(200);
        Assert.Equal("1", (await sora.Post(rule.Path + "/tellings", new { text = Words })).Was(201)["recipients"]);
    }

    [Fact]
    public async Task Called_off_in_time_nobody_hears_of_it_and_all_can_be_told_later()
    {
        var sora = app.As((await app.Cast()).Sora);
        var rule = await Ruled.Make(app, "atMostOne");
        var mail = $"{Guid.NewGuid():N}@example.test";
        await rule.Tell(rule.Event(rule.A, mail), rule.Event(rule.A, mail));
        await rule.Hits(mail);
        var telling = (await sora.Post(rule.Path + "/tellings", new { text = "お知らせです。" })).Was(201)["tellingId"];

        Assert.True(Assert.Single(await rule.Broken()).GetProperty("telling").GetBoolean());
        (await app.As((await app.Cast()).Hana).Delete($"{rule.Path}/tellings/{telling}")).Was(403);
        Assert.Equal("0", (await sora.Delete($"{rule.Path}/tellings/{telling}")).Was(200)["waiting"]);
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        (await sora.Delete($"{rule.Path}/tellings/{telling}")).Was(200);
        var second = (await sora.Post(rule.Path + "/tellings", new { text = "お知らせです。二通目。" })).Was(201);
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        (await sora.Delete($"{rule.Path}/tellings/{second["tellingId"]}")).Was(409);
        await Patience.Until(() => rule.Broken(), b => b[0].GetProperty("told").GetBoolean());
        Assert.Contains("二通目", Assert.Single(await Mailed.To(app.Database, mail)).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await sora.Get(rule.Path + "/tellings")).Was(200).Json.GetProperty("tellings").GetArrayLength());
    }

    [Fact]
    public async Task Customers_and_cases_are_shown_only_to_whoever_may_see_them()
    {
        var cast = await app.Cast();
        var rule = await Ruled.Make(app, "atMostOne");
        var theCase = await Opened.At(app, Cast.Account);
        var key = $"acc-{Guid.NewGuid():N}";
        (await app.As(cast.Hana).Put($"/api/v1/customers/{theCase.Number}/keys/account", new { value = key })).Was(200);
        await rule.Tell(rule.Event(rule.A, key), rule.Event(rule.A, key));
        await rule.Hits(key);

        var (hana, mio) = (Assert.Single(await rule.Broken(app.As(cast.Hana))), Assert.Single(await rule.Broken(app.As(cast.Mio))));

        Assert.Equal((theCase.Id, "山野 太郎"), (hana.Text("caseId"), hana.Text("name")));
        Assert.False(mio.TryGetProperty("customerNumber", out _) || mio.TryGetProperty("name", out _) || mio.TryGetProperty("caseId", out _));
        (await theCase.Customer.Get(rule.Path + "/broken")).Was(404);
    }

    public sealed class OnSqlite(SqliteApp app) : ToldTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ToldTests(app), IClassFixture<PostgresApp>;
}
