namespace Madoguchi.Tests.Rig;

/// <summary>The real clock until a test moves it. Timers stay real: what is due after a jump is found at the next look.</summary>
public sealed class FakeClock : TimeProvider
{
    private long shift;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref shift));

    public void Advance(TimeSpan by) => Interlocked.Add(ref shift, by.Ticks);

    public void MoveTo(DateTimeOffset moment) => Advance(moment - GetUtcNow());
}
