using System.Globalization;
using System.Net.ServerSentEvents;
using Madoguchi.Customers;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Durability;

/// <summary>Two processes on one PostgreSQL: nothing assumes one.</summary>
[Trait("needs", "app")]
public sealed class TwoNodesTests
{
    private static readonly string[] Languages = ["ja"];
    private static readonly Dictionary<string, string> Settings = new() { ["Madoguchi:Rates:Contacts"] = "100000" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_on_one_node_and_an_agent_on_the_other_talk_and_go_on_when_one_is_killed()
    {
        await using var database = await Database.New(On.Postgres);
        await using var one = await AppProcess.Start(database, Settings);
        await using var other = await AppProcess.Start(database, Settings);
        using var admin = one.Client(AppProcess.BootstrapKey);
        (await admin.Post("/api/v1/desks", new { slug = "account", name = "アカウント窓口", languages = Languages })).Was(201);
        using var anonymous = one.Client();
        var contact = (await anonymous.Post("/api/v1/contacts", new { text = "つながりますか" })).Was(201);
        var (path, token) = ($"/api/v1/cases/{contact["caseId"]}", contact["token"]);
        using var customer = one.Client(token);
        using var agent = other.Client(AppProcess.BootstrapKey);

        // Each listens at its own node and hears what was said at the other.
        await using var heardByAgent = agent.Follow(path + "/stream", ct: Ct).GetAsyncEnumerator(Ct);
        await using var heardByCustomer = customer.Follow(path + "/stream", ct: Ct).GetAsyncEnumerator(Ct);
        Assert.Equal(1, await Next(heardByAgent));
        Assert.Equal(1, await Next(heardByCustomer));
        (await customer.Post(path + "/messages", new { text = "もしもし" })).Was(201);
        Assert.Equal(2, await Next(heardByAgent));
        (await agent.Post(path + "/messages", new { text = "はい、聞こえます" })).Was(201);
        Assert.Equal(2, await Next(heardByCustomer));
        Assert.Equal(3, await Next(heardByCustomer));

        await one.Kill();

        using var again = other.Client(token);
        await using var goesOn = again.Follow(path + "/stream", lastEventId: 3, ct: Ct).GetAsyncEnumerator(Ct);
        (await again.Post(path + "/messages", new { text = "切れましたが、続けます" })).Was(201);
        Assert.Equal(4, await Next(goesOn));
        Assert.Equal(3, await Next(heardByAgent));
        Assert.Equal(4, await Next(heardByAgent));
    }

    [Fact]
    public async Task Ten_thousand_numbers_from_two_nodes_are_all_different_and_all_right()
    {
        await using var database = await Database.New(On.Postgres);
        await using var one = Node(database);
        await using var other = Node(database);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Take((i % 2 == 0 ? one : other).GetRequiredService<NumberSupply>())));

        var all = numbers.SelectMany(n => n).ToList();
        Assert.Equal(10_000, all.Distinct().Count());
        Assert.All(all, n => Assert.Equal(NumberReading.Right, CustomerNumber.Read(n)));
    }

    private static async Task<List<string>> Take(NumberSupply supply)
    {
        var taken = new List<string>();
        while (taken.Count < 1250)
            taken.Add((await supply.Next(Ct)).Value);
        return taken;
    }

    private static ServiceProvider Node(Database database)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddStorage(new Engine(database.ConnectionString, database.Folder));
        return services.AddSingleton<NumberSupply>().AddSingleton(TimeProvider.System).BuildServiceProvider();
    }

    private static async Task<int> Next(IAsyncEnumerator<SseItem<string>> stream)
    {
        while (await stream.MoveNextAsync())
        {
            if (stream.Current.EventType == "entry")
                return int.Parse(stream.Current.EventId!, CultureInfo.InvariantCulture); // every entry has its number as id
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
