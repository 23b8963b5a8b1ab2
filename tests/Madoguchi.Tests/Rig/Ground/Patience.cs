namespace Madoguchi.Tests.Rig;

/// <summary>For what comes a moment later: the outbox, the followers, another node.</summary>
public static class Patience
{
    /// <summary>Looks until it is so, and gives what was seen then.</summary>
    /// <param name="minutes">More where another program, slower than ours, has to answer several times.</param>
    public static async Task<T> Until<T>(Func<Task<T>> look, Func<T, bool> isSo, int minutes = 1)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(minutes));
        while (true)
        {
            var seen = await look();
            if (isSo(seen))
                return seen;
            Assert.False(patience.IsCancellationRequested, $"It did not come to be so; seen last: {seen}");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
