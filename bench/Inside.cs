using Madoguchi.Cases;
using Madoguchi.Cases.Contacting;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Bench;

/// <summary>The same works without HTTP: what the door itself takes.</summary>
public static class Inside
{
    public static async Task<Figure> Messages(Database database, int connections, TimeSpan time, bool follows = false)
    {
        await using var inside = await Store.Open(database);
        var writes = inside.Writes;
        var customers = new CurrentCustomer[connections];
        await writes.Write(db => db.MakeDesk(new NewDesk("inside" + connections, "Inside", ["ja"])), CancellationToken.None);
        for (var i = 0; i < connections; i++)
            customers[i] = await Open(writes, await inside.Numbers.Next(CancellationToken.None), "inside" + connections);
        if (follows)
            await inside.Follower.StartAsync(CancellationToken.None);

        var figure = await Load.Run(connections, time, async i =>
        {
            var said = new MessageSaid("サインインすると「404」と出ます。もう一度試しても同じでした。");
            var once = new OnceKey("customer", customers[i].CaseId.ToString(), Guid.NewGuid().ToString(), [1]);
            var result = await writes.WriteOnce(once, TimeProvider.System.Now, db => db.Say(customers[i].CaseId, new Caller(customers[i]), said, TimeProvider.System.Now), CancellationToken.None);
            if (result.Refused(out var why, out _))
                throw new InvalidOperationException(why.ToString());
        });
        if (follows)
            await inside.Follower.StopAsync(CancellationToken.None);
        return figure;
    }

    private static async Task<CurrentCustomer> Open(Writes writes, CustomerNumber number, string desk)
    {
        var opened = await writes.Write(db => db.Open(new Contact("はじめまして", desk), number, Secret.New("mt_"), null, TimeProvider.System.Now), CancellationToken.None);
        return opened.Refused(out var why, out var theCase) ? throw new InvalidOperationException(why.ToString()) : new CurrentCustomer(theCase.Id, theCase.CustomerId, null, []);
    }
}
