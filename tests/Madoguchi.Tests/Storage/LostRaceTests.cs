using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Storage;

[Trait("needs", "app")]
public sealed class LostRaceTests(PostgresApp app) : IClassFixture<PostgresApp>
{
    [Fact]
    public async Task Works_that_wait_for_each_other_in_a_circle_both_happen()
    {
        var writes = app.Services.GetRequiredService<Writes>();
        await writes.Write(async db =>
        {
            db.AddRange(new Counter { Name = "left", Next = 0 }, new Counter { Name = "right", Next = 0 });
            await db.SaveChangesAsync(CancellationToken.None);
        }, TestContext.Current.CancellationToken);
        using var both = new CountdownEvent(2);

        await Task.WhenAll(Count("left", "right"), Count("right", "left"));

        Assert.Equal([2, 2], await writes.Write(db => db.Set<Counter>().Where(c => c.Name == "left" || c.Name == "right").Select(c => c.Next).ToListAsync(), TestContext.Current.CancellationToken));

        Task Count(string first, string then)
        {
            var again = false;
            return Task.Run(() => writes.Write(async db =>
            {
                await Add(db, first);
                if (!again)
                {
                    again = both.Signal() || true;
                    both.Wait(TestContext.Current.CancellationToken);
                }

                await Add(db, then);
            }, TestContext.Current.CancellationToken));
        }

        static async Task Add(Db db, string name)
        {
            (await db.Set<Counter>().SingleAsync(c => c.Name == name, CancellationToken.None)).Next++;
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }
}
