namespace Madoguchi.Desks.Hours;

/// <summary>Days as the house lives them.</summary>
public static class Days
{
    extension(HouseZone house)
    {
        public string Name => house.Zone.Id;

        public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, house.Zone).DateTime);

        /// <summary>The first moment of a day; where the clock jumps over midnight, the first one after the jump.</summary>
        public DateTimeOffset StartOf(DateOnly day)
        {
            var wall = day.ToDateTime(TimeOnly.MinValue);
            while (house.Zone.IsInvalidTime(wall))
                wall = wall.AddMinutes(15);
            return new DateTimeOffset(wall, house.Zone.IsAmbiguousTime(wall) ? house.Zone.GetAmbiguousTimeOffsets(wall).Max() : house.Zone.GetUtcOffset(wall)).ToUniversalTime();
        }
    }
}
