using System.Diagnostics.CodeAnalysis;

namespace Madoguchi.Shared;

/// <summary>What was decided, or the reason why not. <c>default</c> looks like the first refusal: never store one.</summary>
public readonly struct Result<T, TRefusal>
    where TRefusal : struct, Enum
{
    private readonly T? value;
    private readonly TRefusal why;
    private readonly bool done;

    private Result(T value) => (this.value, done) = (value, true);

    private Result(TRefusal why) => this.why = why;

    public bool Refused(out TRefusal why, [NotNullWhen(false)] out T? value)
    {
        (why, value) = (this.why, this.value);
        return !done;
    }

    public static implicit operator Result<T, TRefusal>(T value) => new(value);

    public static implicit operator Result<T, TRefusal>(TRefusal why) => new(why);
}
