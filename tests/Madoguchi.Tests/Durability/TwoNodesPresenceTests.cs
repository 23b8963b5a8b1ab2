using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Durability;

[Trait("needs", "app")]
public sealed class TwoNodesPresenceTests
{
    private static readonly string[] Languages = ["ja"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agent_on_one_node_sees_a_customer_come_and_go_on_the_other()
    {
        await using var database = await Database.New(On.Postgres);
        await using var one = await AppProcess.Start(database);
        await using var other = await AppProcess.Start(database);
        using var agent = other.Client(AppProcess.BootstrapKey);
        (await agent.Post("/api/v1/desks", new { slug = "account", name = "アカウント窓口", languages = Languages })).Was(201);
        using var anonymous = one.Client();
        var contact = (await anonymous.Post("/api/v1/contacts", new { text = "つながりますか", desk = "account" })).Was(201);
        var at = $"/api/v1/cases/{contact["caseId"]}";
        using var customer = one.Client(contact["token"]);
        Assert.Equal("gone", await State());

        using (var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct))
        {
            await using var stream = customer.Follow(at + "/stream", ct: leaving.Token).GetAsyncEnumerator(Ct);
            Assert.True(await stream.MoveNextAsync());
            await Until("connected");
            await leaving.CancelAsync();
        }

        await Until("away");

        async Task<string?> State() => (await agent.Get(at + "/presence")).Was(200).Json.GetProperty("customer").GetProperty("state").GetString();

        async Task Until(string state)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
            patience.CancelAfter(TimeSpan.FromSeconds(90));
            while (await State() != state)
                patience.Token.ThrowIfCancellationRequested();
        }
    }
}
