namespace Madoguchi.Shared;

public static class Moment
{
    extension(TimeProvider clock)
    {
        /// <summary>UTC, cut to microseconds: what both databases keep, so that a value read back equals the one written.</summary>
        public DateTimeOffset Now => clock.GetUtcNow().ToMicroseconds();
    }

    extension(DateTimeOffset at)
    {
        public DateTimeOffset ToMicroseconds() => new(at.UtcTicks / 10 * 10, TimeSpan.Zero);
    }

    public static long ToUnixMicroseconds(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10;

    public static DateTimeOffset FromUnixMicroseconds(long micros) => new(DateTimeOffset.UnixEpoch.Ticks + micros * 10, TimeSpan.Zero);
}
