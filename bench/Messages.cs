using Madoguchi.Tests.Rig;

namespace Madoguchi.Bench;

/// <summary>Durable messages: each acknowledged only when it is on the disk, each under a once-key of its own.</summary>
public static class Messages
{
    public static async Task Print(On on, TimeSpan time)
    {
        foreach (var connections in new[] { 1, 8, 32 })
        {
            await using (var mine = await Database.New(on))
                Report.Row($"durable messages in-process, {connections} at once", await Inside.Messages(mine, connections, time));
            await using var server = await Server.Start(on);
            var visitors = new Visitor[connections];
            for (var i = 0; i < connections; i++)
                visitors[i] = await server.Visit();
            Report.Row($"durable messages over HTTP, {connections} conn.", await Load.Run(connections, time, i => visitors[i].Say(Server.Words)));
        }
    }
}
